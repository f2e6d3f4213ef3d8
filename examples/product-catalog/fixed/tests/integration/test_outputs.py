"""Looks at a deployed stack: python -m unittest discover tests/integration"""

import json
import unittest
import urllib.error
import urllib.request
from pathlib import Path

# What `pulumi stack output --json` wrote after the deployment.
OUTPUTS_FILE = Path("cfn-outputs/flat-outputs.json")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@unittest.skipUnless(OUTPUTS_FILE.exists(), f"{OUTPUTS_FILE} is written after a deployment")
class DeployedStackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.outputs = json.loads(OUTPUTS_FILE.read_text())

    def test_the_catalogue_answers_over_https(self):
        with urllib.request.urlopen(f"{self.outputs['url']}/health", timeout=10) as response:
            self.assertEqual(response.status, 200)

    def test_plain_http_is_redirected(self):
        opener = urllib.request.build_opener(NoRedirect)
        with self.assertRaises(urllib.error.HTTPError) as raised:
            opener.open(self.outputs["url"].replace("https:", "http:"), timeout=10)
        self.assertEqual(raised.exception.code, 301)
        self.assertTrue(raised.exception.headers["Location"].startswith("https:"))

    def test_the_database_has_no_port_in_its_address(self):
        self.assertNotIn(":", self.outputs["databaseAddress"])


if __name__ == "__main__":
    unittest.main()
