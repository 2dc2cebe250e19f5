"""No file that git knows holds what looks like a secret."""

import subprocess

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import transient_settings

import tools

# Detectors of certain forms; those that guess by randomness find every checksum.
DETECTORS = [
    "ArtifactoryDetector", "AWSKeyDetector", "AzureStorageKeyDetector", "BasicAuthDetector", "CloudantDetector",
    "DiscordBotTokenDetector", "GitHubTokenDetector", "GitLabTokenDetector", "IbmCloudIamDetector", "MailchimpDetector",
    "NpmDetector", "OpenAIDetector", "PrivateKeyDetector", "PypiTokenDetector", "SendGridDetector", "SlackDetector",
    "SquareOAuthDetector", "StripeDetector", "TelegramBotTokenDetector", "TwilioKeyDetector",
]
# Files that have to look so, with the reason.
ALLOWED = tools.HERE / "secrets.allowed"


def run(root):
    allowed = {line.split("#")[0].strip() for line in ALLOWED.read_text().splitlines()} - {""}
    findings = []
    with transient_settings({"plugins_used": [{"name": name} for name in DETECTORS]}):
        for file in files(root):
            if str(file.relative_to(root)) in allowed:
                continue
            for secret in scan_file(str(file)):
                findings.append(f"{file.relative_to(root)}:{secret.line_number}: {secret.type}")
    return findings


def files(root):
    """Those that are in git or would be added to it."""
    if not (root / ".git").exists():
        return sorted(file for file in root.rglob("*") if file.is_file())
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()
    fixtures = "deploy/checks/fixtures/"
    return [root / name for name in listed if not name.startswith(fixtures) and (root / name).is_file()]
