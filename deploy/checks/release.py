"""deploy/release does what it says, and leaves players with what they have when something goes wrong."""

import json
import os
import re
import sys
import tempfile
from pathlib import Path

import tools

SHA = "@sha256:" + "0" * 64
FIRST = ("prepare", "registry.example.com/t/api-service:1", "registry.example.com/t/realtime-service:1")
SECOND = ("prepare", "registry.example.com/t/api-service" + SHA, "registry.example.com/t/realtime-service" + SHA)
BROKEN = ("prepare", "registry.example.com/t/api-service:broken", "registry.example.com/t/realtime-service:broken")


def run(root):
    findings = []
    for scenario in (
        the_first_release_is_what_players_get, a_release_is_put_beside_switched_and_switched_back, a_canary_is_shared_and_ended,
        what_is_not_ready_gets_no_players, who_takes_players_has_room_for_them, what_somebody_else_put_there_gets_no_players,
        a_migration_that_fails_starts_nothing, a_migration_that_runs_is_not_killed, restoring_undoes_whatever_was_done,
        the_entry_keeps_what_players_get, finishing_takes_only_what_players_do_not_get, what_somebody_prepares_is_not_finished, trying_needs_no_cluster,
        a_branch_has_its_own_host_and_database, a_branch_takes_its_database_along, prod_takes_nothing_but_digests, a_dry_run_changes_nothing, the_pipeline_notes_the_way_back,
    ):
        with tempfile.TemporaryDirectory() as folder:
            cluster = Cluster(root, Path(folder))
            try:
                scenario(cluster)
            except AssertionError as wrong:
                findings.append(f"{scenario.__name__.replace('_', ' ')}: {wrong or cluster.said}")
    return findings


def the_first_release_is_what_players_get(cluster):
    cluster.does("entry")
    assert "kind: PrometheusRule" in cluster.applied_text(), "there are no alerts"
    cluster.does(*FIRST)
    assert cluster.players_get() == ("blue", "blue"), cluster.players_get()
    assert set(cluster.state["deployments"]) == {"api-blue", "realtime-blue", "worker-blue"}, cluster.state["deployments"]
    assert cluster.state["deployments"]["api-blue"]["image"] == FIRST[1]


def a_release_is_put_beside_switched_and_switched_back(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    assert cluster.players_get() == ("blue", "blue"), "players got it before the switch"
    assert cluster.state["deployments"]["realtime-green"]["image"] == SECOND[2], cluster.state["deployments"]
    assert cluster.state["services"]["api-candidate"]["colour"] == "green", "the candidate's name leads elsewhere"
    migration = cluster.state["calls"].index("migration-green ended")
    started = next(i for i, call in enumerate(cluster.state["calls"]) if "notin (migration)" in call and i > migration - 3)
    assert migration < started, "started before its migration was done"
    cluster.does("switch")
    assert cluster.players_get() == ("green", "green"), cluster.players_get()
    assert "api-blue" in cluster.state["deployments"], "the old release is gone, and with it the way back"
    before = len(cluster.state["calls"])
    cluster.does("back")
    assert cluster.players_get() == ("blue", "blue"), cluster.players_get()
    assert all(call.startswith("patch service") for call in cluster.state["calls"][before:]), "more than the Services was changed"


def a_canary_is_shared_and_ended(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    cluster.does("canary")
    assert cluster.players_get() == ("", ""), cluster.players_get()
    cluster.refuses("finish")
    cluster.does("back")
    assert cluster.players_get() == ("blue", "blue"), cluster.players_get()
    cluster.does("canary")
    cluster.does("switch")
    assert cluster.players_get() == ("green", "green"), cluster.players_get()


def what_is_not_ready_gets_no_players(cluster):
    cluster.runs_first()
    cluster.refuses(*BROKEN)
    for command in ("switch", "canary"):
        cluster.refuses(command)
        assert cluster.players_get() == ("blue", "blue"), f"{command} gave players what is not ready"


def a_migration_that_fails_starts_nothing(cluster):
    cluster.runs_first()
    cluster.set(jobs="fail")
    cluster.refuses(*SECOND)
    assert "api-green" not in cluster.state["deployments"], "started without its migration"


def who_takes_players_has_room_for_them(cluster):
    cluster.environment_name = "prod"
    cluster.runs_first()
    cluster.scaled(api=5, realtime=7)
    cluster.does(*SECOND)
    assert (cluster.replicas("api-green"), cluster.replicas("realtime-green")) == (5, 7), cluster.state["deployments"]
    assert cluster.state["scalers"]["realtime-green"] == {"least": 7, "before": "3"}, cluster.state["scalers"]
    cluster.scaled(realtime=9)
    cluster.set(room=8)
    cluster.refuses("switch")
    assert cluster.players_get() == ("blue", "blue"), "players got what has no room for them"
    cluster.set(room=99, deployments={**cluster.state["deployments"], "realtime-green": {**cluster.state["deployments"]["realtime-green"], "ready": 9}})
    cluster.does("switch")
    assert cluster.players_get() == ("green", "green"), cluster.players_get()
    cluster.scaled(realtime=10)
    cluster.refuses("finish")
    assert "realtime-blue" in cluster.state["deployments"], "its players were sent to what has no room for them"
    cluster.scaled(realtime=6)
    cluster.does("finish")
    assert cluster.state["scalers"]["realtime-green"] == {"least": 3, "before": None}, cluster.state["scalers"]


def what_somebody_else_put_there_gets_no_players(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    others = (FIRST[1], FIRST[2])
    mine = (SECOND[1], SECOND[2])
    for command in ("switch", "canary"):
        for images in (others, (mine[0], others[1])):
            cluster.refuses(command, *images)
            assert cluster.players_get() == ("blue", "blue"), f"{command} gave players what somebody else put there"
    cluster.does("canary", *mine)
    cluster.does("switch", *mine)
    assert cluster.players_get() == ("green", "green"), cluster.players_get()
    cluster.refuses("finish", *others)
    cluster.does("finish", *mine)


def a_migration_that_runs_is_not_killed(cluster):
    cluster.runs_first()
    # Of a pipeline that was ended.
    cluster.set(running={"migration-green": 1})
    before = len(cluster.state["calls"])
    cluster.does(*SECOND)
    calls = cluster.state["calls"][before:]
    assert calls.index("migration-green ended") < calls.index("delete job migration-green"), calls
    cluster.set(running={"migration-blue": 99})
    cluster.refuses(*SECOND, "--migration", "1")
    assert "migration-blue" in cluster.state["running"], "it was ended in the middle"
    bound = re.search(r"activeDeadlineSeconds: (\d+)", cluster.applied_text())[1]
    assert f"(default {bound}," in tools.run(cluster.release, "--help")[1], f"nobody waits for {bound} s, as the Job may take"


def restoring_undoes_whatever_was_done(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    for done in ((), ("canary",), ("switch",)):
        if done:
            cluster.does(*done)
        cluster.does("restore", "blue")
        assert cluster.players_get() == ("blue", "blue"), (done, cluster.players_get())


def the_entry_keeps_what_players_get(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    cluster.does("switch")
    cluster.does("entry")
    assert cluster.players_get() == ("green", "green"), cluster.players_get()
    assert cluster.does("live").strip() == "green"
    cluster.does("canary")
    cluster.does("entry")
    assert cluster.players_get() == ("", ""), f"the entry ended a canary: {cluster.players_get()}"


def finishing_takes_only_what_players_do_not_get(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    cluster.does("switch")
    cluster.does("finish")
    assert set(cluster.state["deployments"]) == {"api-green", "realtime-green", "worker-green"}, cluster.state["deployments"]
    cluster.refuses("back")
    assert cluster.players_get() == ("green", "green"), cluster.players_get()


def what_somebody_prepares_is_not_finished(cluster):
    cluster.runs_first()
    cluster.does(*SECOND)
    cluster.does("switch")
    # Another pipeline is faster than this one's finish.
    cluster.does("prepare", FIRST[1], FIRST[2])
    cluster.refuses("finish", SECOND[1], SECOND[2])
    assert cluster.state["deployments"]["api-blue"]["image"] == FIRST[1], cluster.state["deployments"]
    cluster.does("restore", "green")
    cluster.does("finish", SECOND[1], SECOND[2])
    assert "api-blue" not in cluster.state["deployments"], cluster.state["deployments"]


def trying_needs_no_cluster(cluster):
    cluster.set(services={})
    said = cluster.does("try", "--host", "trivia.example.com", smoke="/bin/echo")
    assert said.strip() == "--url https://candidate-trivia.example.com", said


def a_branch_has_its_own_host_and_database(cluster):
    options = ("--namespace", "review-x", "--database", "review_x", "--host", "review-x.example.com")
    cluster.does("entry", *options)
    cluster.does(*FIRST, *options)
    text = cluster.applied_text()
    for line in (
        "namespace: review-x", "TRIVIA_WEB_SOCKET_URL: wss://review-x.example.com/v1/socket",
        "QUARKUS_DATASOURCE_REACTIVE_URL: mysql://mysql.example.com:3306/review_x",
        "QUARKUS_DATASOURCE_JDBC_URL: jdbc:mysql://mysql.example.com:3306/review_x?createDatabaseIfNotExist=true&sslMode=REQUIRED",
    ):
        assert line in text, f"not applied: {line}"
    assert "namespace: dev" not in text, "something goes to dev"
    assert "kind: PodMonitor" in text and "kind: PrometheusRule" not in text, "each branch has rules of its own"
    assert "grafana_dashboard" not in text, "each branch has dashboards of its own"


def a_branch_takes_its_database_along(cluster):
    options = ("--namespace", "review-x", "--database", "review_x")
    assert "there is no review-x" in cluster.does("remove", *options)
    cluster.does("entry", *options)
    cluster.refuses("remove", "--namespace", "review-x", "--database", "trivia")
    cluster.refuses("remove")
    cluster.set(jobs="fail")
    cluster.refuses("remove", *options)
    assert "review-x" in cluster.state["namespaces"], "its namespace is gone, and with it the way to its database"
    cluster.set(jobs="")
    before = len(cluster.state["applied"])
    cluster.does("remove", *options)
    assert cluster.state["namespaces"] == [], cluster.state["namespaces"]
    applied = set(cluster.state["applied"][before:])
    assert "Job/removal" in applied and not any(thing.startswith("Deployment/") for thing in applied), applied
    removal = next(text for text in cluster.applied() if "name: removal" in text)
    settings = re.search(r"name: (api-settings-.*)$", removal, re.M)[1]
    assert f"  name: {settings}\n  namespace: review-x" in removal, "the job has other settings than those that are applied"
    assert "QUARKUS_DATASOURCE_REACTIVE_URL: mysql://mysql.example.com:3306/review_x" in removal, removal


def prod_takes_nothing_but_digests(cluster):
    cluster.environment_name = "prod"
    others = ("--nginx", "r.example.com/nginx" + SHA, "--mysql", "r.example.com/mysql" + SHA)
    cluster.refuses("entry")
    cluster.refuses("entry", *others, "--backup", "r.example.com/backup:1")
    cluster.does("entry", *others, "--backup", "r.example.com/backup" + SHA)
    text = cluster.applied_text()
    for image in ("nginx", "mysql", "backup"):
        assert f"image: r.example.com/{image}{SHA}" in text, f"{image} is another one"
    cluster.refuses(*FIRST)
    assert "api-blue" not in cluster.state["deployments"], "started by a tag"
    cluster.does(*SECOND)
    assert cluster.state["deployments"]["api-blue"]["image"] == SECOND[1], cluster.state["deployments"]


def a_dry_run_changes_nothing(cluster):
    cluster.runs_first()
    before = cluster.state
    cluster.does(*SECOND, "--dry-run")
    assert cluster.state == before, "it changed something"


def the_pipeline_notes_the_way_back(cluster):
    cluster.runs_first()
    (cluster.folder / "deploy").symlink_to(cluster.release.parent)
    status, cluster.said = tools.run(tools.ROOT / ".ci/deploy", cwd=cluster.folder, env={
        **cluster.environment("/bin/true"), "ENVIRONMENT": "dev", "HOST": "dev-trivia.example.com", "API_IMAGE": SECOND[1], "REALTIME_IMAGE": SECOND[2],
        **{name: f"r.example.com/{name}{SHA}" for name in ("NGINX_IMAGE", "MYSQL_IMAGE", "BACKUP_IMAGE")},
    })
    assert status == 0, cluster.said
    assert (cluster.folder / "deploy.env").read_text() == "BEFORE=blue\n"
    assert "image: r.example.com/NGINX_IMAGE" + SHA in cluster.applied_text(), "the edge is another one than CI's"
    assert cluster.state["deployments"]["api-green"]["image"] == SECOND[1], cluster.state["deployments"]
    assert cluster.players_get() == ("blue", "blue"), cluster.players_get()


class Cluster:
    """What deploy/release sees of a cluster: a kubectl on its path that remembers."""

    def __init__(self, root, folder):
        self.release, self.folder, self.said, self.environment_name = root / "deploy/release", folder, "", "dev"
        self.file = folder / "state.json"
        self.file.write_text(json.dumps({"services": {}, "deployments": {}, "namespaces": [], "calls": [], "applied": [], "scalers": {}, "running": {}}))
        (folder / "bin").mkdir()
        kubectl = folder / "bin/kubectl"
        kubectl.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{tools.HERE}/fake_kubectl.py" "$@"\n')
        kubectl.chmod(0o755)
        # As BusyBox has it, in the image that CI runs this in.
        realpath = folder / "bin/realpath"
        realpath.write_text('#!/bin/sh\ncase $1 in -*) echo "realpath: unrecognized option: $1" >&2; exit 1 ;; esac\nexec /usr/bin/env -i PATH=/usr/bin:/bin realpath "$1"\n')
        realpath.chmod(0o755)
        (folder / "kept").mkdir()

    @property
    def state(self):
        return json.loads(self.file.read_text())

    def set(self, **values):
        self.file.write_text(json.dumps({**self.state, **values}))

    def does(self, *words, smoke="/bin/true"):
        status, self.said = self.call(words, smoke)
        assert status == 0, f"{' '.join(words)} failed: {self.said}"
        return self.said

    def refuses(self, *words):
        status, self.said = self.call(words, "/bin/true")
        assert status == 1, f"{' '.join(words)} ended with {status}: {self.said}"

    def call(self, words, smoke):
        return tools.run(self.release, self.environment_name, *words, env=self.environment(smoke))

    def environment(self, smoke):
        kustomize = list(tools.kustomize())
        kustomize[0] = tools.installed(kustomize[0])
        return {
            **os.environ, "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "FAKE_CLUSTER": str(self.file),
            "FAKE_KUSTOMIZE": json.dumps(kustomize), "FAKE_KEPT": str(self.folder / "kept"), "TRIVIA_SMOKE": smoke,
        }

    def runs_first(self):
        if self.environment_name == "prod":
            self.does("entry", *(word for name in ("nginx", "mysql", "backup") for word in ("--" + name, f"r.example.com/{name}{SHA}")))
            self.does("prepare", *(image + SHA for image in ("r.example.com/api-service", "r.example.com/realtime-service")))
        else:
            self.does("entry")
            self.does(*FIRST)

    def scaled(self, **counts):
        """Blue's, by whoever looks at its load."""
        deployments = self.state["deployments"]
        for name, count in counts.items():
            deployments[name + "-blue"] |= {"replicas": count, "ready": count}
        self.set(deployments=deployments)

    def replicas(self, name):
        return self.state["deployments"][name]["replicas"]

    def players_get(self):
        return tuple(self.state["services"][name]["colour"] for name in ("api", "realtime"))

    def applied(self):
        return [file.read_text() for file in sorted((self.folder / "kept").iterdir(), key=lambda file: int(file.name))]

    def applied_text(self):
        return "\n".join(self.applied())
