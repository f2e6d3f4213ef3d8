#!/usr/bin/env node
import "./compile-cache";
import "./optimizer";
import { join } from "node:path";
import { keepCompiled, loadCompiled } from "../modules";

process.on("exit", keepCompiled);
loadCompiled(join(__dirname, "command"));
