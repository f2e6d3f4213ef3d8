/**
 * Runs a Python program with the SDK of its own environment. It is text and not a file of its own, so that it needs no
 * path beside the compiled files. Arguments: a JSON object of settings.
 */
export const RUN_PYTHON = `
import asyncio, inspect, json, logging, os, runpy, signal, sys, threading, traceback

args = json.loads(sys.argv[1])

def end_with_parent():
    """Ends the program, with what it has started, when the pipe does: it may never end by itself."""
    try:
        while os.read(3, 1):
            pass
        os.killpg(os.getpid(), signal.SIGKILL)
    except OSError:
        pass

if os.name == "posix":
    threading.Thread(target=end_with_parent, daemon=True).start()

entry = os.path.abspath(os.path.join(args["folder"], args["entry"]))

try:
    import pulumi
    import pulumi.runtime
except ImportError:
    sys.stderr.write("PREFLIGHT_NO_SDK")
    sys.exit(3)

def users_part(error):
    """The stack trace from the first frame of the program on."""
    frames = traceback.extract_tb(error.__traceback__)
    root = entry if os.path.isdir(entry) else os.path.dirname(entry)

    def is_users(name):
        own = not name.startswith("<") and "site-packages" not in name
        return own and os.path.abspath(name).startswith(root + os.sep)

    first = next((i for i, frame in enumerate(frames) if is_users(frame.filename)), None)
    if not first:
        return "".join(traceback.format_exception_only(type(error), error))
    return "".join(traceback.format_exception(type(error), error, error.__traceback__, limit=first - len(frames)))

def with_known(function, settings):
    known = inspect.signature(function).parameters
    return function(**{key: value for key, value in settings.items() if key in known})

# The SDK sends what is for debugging to the engine, some messages a resource, and they are not read here.
if hasattr(pulumi.log, "debug"):
    pulumi.log.debug = lambda *_, **__: None

secret_keys = getattr(pulumi.runtime, "get_config_secret_keys_env", list)()
pulumi.runtime.set_all_config(pulumi.runtime.get_config_env(), secret_keys)
pulumi.runtime.configure(with_known(pulumi.runtime.Settings, {
    "monitor": args["address"],
    "engine": args["address"],
    "project": args["project"],
    "stack": args["stack"],
    "organization": args["organization"],
    "root_directory": args["root"],
    "dry_run": args["dryRun"],
    "parallel": 16,
}))

# Futures that are not awaited after a failure are no news to the author of the program.
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
sys.argv = [entry]
os.chdir(args["folder"])
# As with the CLI, a program in a folder finds its neighbours, and one that is named as a file does not.
sys.path[:] = [path for path in sys.path if path != ""]
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
code = 1
try:
    loop.run_until_complete(pulumi.runtime.run_in_stack(lambda: runpy.run_path(entry, run_name="__main__")))
    code = 0
except pulumi.RunError as error:
    pulumi.log.error(str(error))
except BaseException as error:
    if isinstance(error, SystemExit) and not error.code:
        code = 0
    else:
        pulumi.log.error(users_part(error))
finally:
    loop.close()
    sys.stdout.flush()
    sys.stderr.flush()
sys.exit(code)
`;
