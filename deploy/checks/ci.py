"""The commands of .ci do what their first lines say: with a registry, a cluster, a chat and packages that are made up."""

import http.server
import json
import shutil
import subprocess
import sys
import threading

import release
import scenarios
import tools

SHA = "sha256:" + "0" * 63
IMAGES = {"NGINX_IMAGE": "nginx", "MYSQL_IMAGE": "mysql", "API_IMAGE": "api-service", "REALTIME_IMAGE": "realtime-service", "BACKUP_IMAGE": "backup"}


def run(root):
    return scenarios.played((
        a_chat_is_told_what_was_said, the_address_of_a_chat_is_seen_by_nobody, a_chat_that_is_away_stops_nothing,
        images_are_built_once, prod_has_what_passed, only_what_is_missing_is_installed, the_tests_decide,
        an_upgrade_comes_from_prod, the_way_back_is_noted, a_branch_is_put_into_its_own_namespace, a_branch_gets_what_was_pushed_last,
        a_branch_goes_with_its_database,
    ), Place, root)


def a_chat_is_told_what_was_said(place):
    text = 'deploy of "feat/ä" ended\\with\nfailed,\thttps://ci.example.com/1?a=b&c=%22'
    with Chat(200) as chat:
        place.does(".ci/notify", text, CHAT_WEBHOOK=chat.address)
    assert chat.told == [json.dumps({"text": text.replace("\n", " ").replace("\t", " ")}, ensure_ascii=False, separators=(",", ":"))], f"it was told {chat.told}"


def the_address_of_a_chat_is_seen_by_nobody(place):
    # Whoever lists processes sees the words that a program is called with.
    place.program("curl", f'echo "$*" >"{place.folder}/words"\nexec "{tools.installed("curl")}" "$@"')
    with Chat(500) as chat:
        place.does(".ci/notify", "x", CHAT_WEBHOOK=chat.address)
    assert chat.told, "the chat was not asked"
    assert chat.address not in (place.folder / "words").read_text(), "the address is among curl's words"
    assert chat.address not in place.said, "the log has the address"


def a_chat_that_is_away_stops_nothing(place):
    assert "not told: x" in place.does(".ci/notify", "x", CHAT_WEBHOOK="http://127.0.0.1:9/")
    assert "not told: x" in place.does(".ci/notify", "x")


def images_are_built_once(place):
    registry = Registry(place)
    registry.has({"nginx:" + registry.tree: SHA + "1"})
    place.does(".ci/images", "build")
    assert sorted(registry.built()) == ["api-service", "backup", "realtime-service"], registry.built()
    assert "mysql:" + registry.tree in registry.tags, "what is not ours is not copied"
    pinned = f"r.example.com/t/mysql@{registry.tags['mysql:' + registry.tree]}"
    assert all(f"mysql={pinned}" in line for line in registry.calls("build ")), f"backups have another MySQL: {registry.calls('build')}"
    assert registry.environment() == registry.pinned(registry.tree), registry.environment()
    assert not any("hush" in line for line in registry.calls()), "the password is among docker's words"
    place.does(".ci/images", "build")
    assert len(registry.built()) == 3, "what is there was built again"


def prod_has_what_passed(place):
    registry = Registry(place)
    place.does(".ci/images", "build")
    place.refuses(".ci/images", "find")
    had = registry.environment()
    # Somebody builds it again, elsewhere.
    registry.has({**registry.tags, "api-service:" + registry.tree: SHA + "9"})
    place.does(".ci/images", "pass", **had)
    place.does(".ci/images", "find")
    assert registry.environment() == had, f"prod has {registry.environment()}, dev had {had}"
    registry.commits("another source")
    place.refuses(".ci/images", "find")


def only_what_is_missing_is_installed(place):
    place.program("dpkg-query", 'case "$*" in *git*) echo "install ok installed" ;; *) exit 1 ;; esac')
    place.program("apt-get", f'echo "$*" >>"{place.folder}/apt"')
    place.does(".ci/packages", "git")
    assert not (place.folder / "apt").exists(), "apt-get was asked for nothing"
    place.does(".ci/packages", "git", "jq")
    said = (place.folder / "apt").read_text().splitlines()
    assert said[0].startswith("update") and said[1].split()[-1] == "jq" and " git" not in said[1], said


def the_tests_decide(place):
    place.copied()
    for name in ("bash", "sh", "dirname", "env", "cat"):
        (place.folder / "bin" / name).symlink_to(tools.installed(name))
    place.program("apt-get", f'echo "$*" >>"{place.folder}/apt"')
    place.writes("mvnw", f'#!/bin/sh\necho "$*" >>"{place.folder}/maven"\nexit "${{FAILS:-0}}"\n')
    alone = {"PATH": str(place.folder / "bin")}
    place.does(".ci/run", **alone)
    assert "chromium" in (place.folder / "apt").read_text(), "there is no browser"
    assert (place.folder / "maven").read_text().split()[-1] == "verify", (place.folder / "maven").read_text()
    place.refuses(".ci/run", FAILS="1", **alone)


def an_upgrade_comes_from_prod(place):
    place.copied()
    place.writes("mvnw", f'#!/bin/sh\npwd >>"{place.folder}/maven"\n')
    place.writes("deploy/local/upgrade", f'#!/bin/sh\necho "$*" >"{place.folder}/upgrade"\n')
    place.is_repository()
    assert "no branch prod yet" in place.does(".ci/upgrade")
    origin = place.git("remote", "get-url", "origin").strip()
    place.git("remote", "set-url", "origin", origin + "-away")
    place.refuses(".ci/upgrade")
    place.git("remote", "set-url", "origin", origin)
    place.git("push", "-q", "origin", "HEAD:prod")
    place.does(".ci/upgrade", UPGRADE_DATABASE="mysql://root@db:3306")
    earlier = str(place.root.resolve() / ".earlier")
    assert (place.folder / "maven").read_text().split() == [earlier], "prod's version was not built"
    assert (place.folder / "upgrade").read_text().split() == ["--from", earlier, "--database", "mysql://root@db:3306"], (place.folder / "upgrade").read_text()


def the_way_back_is_noted(place):
    cluster = place.cluster()
    cluster.runs_first()
    place.does(".ci/deploy", ENVIRONMENT="dev", HOST="dev-trivia.example.com", **place.images(), **cluster.environment("/bin/true"))
    assert (place.root / "deploy.env").read_text() == "BEFORE=blue\nEDGE_BEFORE=1\n"
    assert f"image: r.example.com/nginx@{SHA}0" in cluster.applied_text(), "the edge is another one than CI's"
    assert cluster.state["deployments"]["api-green"]["image"] == place.images()["API_IMAGE"], cluster.state["deployments"]
    assert cluster.players_get() == ("blue", "blue"), cluster.players_get()


def a_branch_is_put_into_its_own_namespace(place):
    cluster = place.cluster()
    review = {"CI_ENVIRONMENT_NAME": "review/x", "CI_ENVIRONMENT_SLUG": "review-x-1a2b3c"}
    place.does(".ci/deploy", ENVIRONMENT="dev", HOST="review-x.example.com", **review, **place.images(), **cluster.environment("/bin/true"))
    assert cluster.state["namespaces"] == ["review-x-1a2b3c"], cluster.state["namespaces"]
    assert "mysql://mysql.example.com:3306/review_x_1a2b3c" in cluster.applied_text(), "it has dev's database"


def a_branch_gets_what_was_pushed_last(place):
    a_branch_is_put_into_its_own_namespace(place)
    cluster = place.cluster()
    review = {"CI_ENVIRONMENT_NAME": "review/x", "CI_ENVIRONMENT_SLUG": "review-x-1a2b3c"}
    pushed = {**place.images(), "API_IMAGE": place.images()["API_IMAGE"][:-1] + "9"}
    place.does(".ci/deploy", ENVIRONMENT="dev", HOST="review-x.example.com", **review, **pushed, **cluster.environment("/bin/true"))
    assert cluster.players_get() == ("green", "green"), cluster.players_get()
    assert cluster.state["deployments"]["api-green"]["image"] == pushed["API_IMAGE"], cluster.state["deployments"]
    assert "api-blue" not in cluster.state["deployments"], "what was pushed before is still there"


def a_branch_goes_with_its_database(place):
    a_branch_is_put_into_its_own_namespace(place)
    cluster = place.cluster()
    place.does(".ci/remove", ENVIRONMENT="dev", CI_ENVIRONMENT_SLUG="review-x-1a2b3c", **cluster.environment("/bin/true"))
    assert cluster.state["namespaces"] == [], "its namespace is still there"
    assert "Job/removal" in cluster.state["applied"], "its database is still there"


class Place:
    """A folder with programs that are found before the real ones, and where commands of .ci are called."""

    def __init__(self, root, folder):
        self.source, self.root, self.folder, self.said, self.made = root, folder / "project", folder, "", None
        self.root.mkdir()
        (folder / "bin").mkdir()
        (self.root / ".ci").symlink_to(root / ".ci")
        (self.root / "deploy").symlink_to(root / "deploy")

    def copied(self):
        """The project has files of its own, of which .ci is a copy."""
        for name in (".ci", "deploy"):
            (self.root / name).unlink()
        shutil.copytree(self.source / ".ci", self.root / ".ci")

    def writes(self, name, text):
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(0o755)

    def program(self, name, text):
        file = self.folder / "bin" / name
        file.write_text("#!/bin/sh\n" + text + "\n")
        file.chmod(0o755)

    def does(self, *words, **variables):
        status = self.call(words, variables)
        assert status == 0, f"{' '.join(words)} ended with {status}: {self.said[-500:]}"
        return self.said

    def refuses(self, *words, **variables):
        status = self.call(words, variables)
        assert status == 1, f"{' '.join(words)} ended with {status}: {self.said[-500:]}"

    def call(self, words, variables):
        status, self.said = tools.run(self.root / words[0], *words[1:], cwd=self.root, env={**scenarios.surroundings(self.folder), **variables})
        return status

    def git(self, *words):
        status, said = tools.run("git", "-c", "user.name=checks", "-c", "user.email=checks@example.com", "-C", self.root, *words)
        assert status == 0, said
        return said

    def is_repository(self):
        subprocess.run(["git", "init", "-q", "--bare", str(self.folder / "origin.git")], check=True)
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", str(self.folder / "origin.git"))
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "all")

    def images(self):
        return {name: f"r.example.com/{image}@{SHA}0" for name, image in IMAGES.items()}

    def cluster(self):
        if not self.made:
            (self.folder / "cluster").mkdir()
            self.made = release.Cluster(self.source, self.folder / "cluster")
        return self.made


class Registry:
    """A registry behind the words of docker that are used here, and a build that leaves an image in docker."""

    ACCOUNT = {"CI_REGISTRY": "r.example.com", "CI_REGISTRY_IMAGE": "r.example.com/t", "CI_REGISTRY_USER": "ci", "CI_REGISTRY_PASSWORD": "hush"}

    def __init__(self, place):
        self.place, self.state, self.log = place, place.folder / "tags.json", place.folder / "docker.log"
        place.copied()
        place.writes("deploy/images/build", f'#!/bin/sh\necho "build $* version=$TRIVIA_VERSION mysql=$TRIVIA_MYSQL_IMAGE" >>"{self.log}"\n')
        place.is_repository()
        self.log.write_text("")
        self.has({})
        place.program("docker", f'exec "{sys.executable}" -I -S "{tools.HERE}/fake_docker.py" "{self.state}" "{self.log}" "$@"')
        real = place.call
        place.call = lambda words, variables: real(words, {**self.ACCOUNT, **variables})

    def has(self, tags):
        self.state.write_text(json.dumps(tags))

    @property
    def tags(self):
        return json.loads(self.state.read_text())

    @property
    def tree(self):
        return self.place.git("rev-parse", "HEAD^{tree}").strip()

    def commits(self, text):
        (self.place.root / "changed").write_text(text)
        self.place.git("add", "--all")
        self.place.git("commit", "-q", "-m", text)

    def calls(self, first=""):
        return [line for line in self.log.read_text().splitlines() if line.startswith(first)]

    def built(self):
        return [line.split()[3] for line in self.calls("build ")]

    def environment(self):
        return dict(line.split("=", 1) for line in (self.place.root / "images.env").read_text().splitlines())

    def pinned(self, tag):
        return {name: f"r.example.com/t/{image}@{self.tags[f'{image}:{tag}']}" for name, image in IMAGES.items()}


class Chat:
    """A webhook, which answers with that status."""

    def __init__(self, status):
        self.told = told = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/hooks/hush"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
