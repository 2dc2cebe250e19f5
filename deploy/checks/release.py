"""deploy/release does what it says, and leaves players with what they have when something goes wrong."""

import json
import re
import sys

import scenarios
import tools

SHA = "@sha256:" + "0" * 64
FIRST = ("prepare", "registry.example.com/t/api-service:1", "registry.example.com/t/realtime-service:1")
SECOND = ("prepare", "registry.example.com/t/api-service" + SHA, "registry.example.com/t/realtime-service" + SHA)
BROKEN = ("prepare", "registry.example.com/t/api-service:broken", "registry.example.com/t/realtime-service:broken")


def run(root):
    return scenarios.played((
        the_first_release_is_what_players_get, a_release_is_put_beside_switched_and_switched_back, a_canary_is_shared_and_ended,
        a_candidate_that_does_as_well_is_good, a_candidate_that_does_worse_is_refused, a_candidate_that_did_nothing_is_not_judged,
        a_candidate_that_began_anew_is_refused, the_edge_of_before_comes_back_with_it,
        what_is_not_ready_gets_no_players, who_takes_players_has_room_for_them, what_somebody_else_put_there_gets_no_players,
        a_migration_that_fails_starts_nothing, a_migration_that_runs_is_not_killed, restoring_undoes_whatever_was_done,
        the_entry_keeps_what_players_get, finishing_takes_only_what_players_do_not_get, what_somebody_prepares_is_not_finished, trying_needs_no_cluster,
        a_branch_has_its_own_host_and_database, a_branch_takes_its_database_along, prod_takes_nothing_but_digests, a_dry_run_changes_nothing,
    ), Cluster, root)


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


def a_candidate_that_does_as_well_is_good(cluster):
    cluster.has_canary()
    # What went wrong before does not count, nor what goes wrong for everybody.
    cluster.tell(blue=[figures(), figures(requests=400, failed=3)], green=[figures(failed=50, late=50), figures(1400, 600, 200, failed=55, late=50)])
    said = cluster.does("judge", *SECOND[1:], "--watch", "1")
    assert "requests         green missed 5 of 1205 (0.41 %), blue missed 3 of 203 (1.48 %); 0.10 % may be" in said, said
    assert "reveals          green missed 0 of 100 (0.00 %)" in said, said
    cluster.refuses("judge", *FIRST[1:], "--watch", "1")
    assert cluster.players_get() == ("", ""), "the canary is over"


def a_candidate_that_does_worse_is_refused(cluster):
    cluster.has_canary()
    for promise, worse in (("requests", {"failed": 6}), ("answers", {"lost": 6}), ("acknowledgements", {"slow": 20}), ("reveals", {"late": 9}), ("sockets", {"refused": 7})):
        cluster.tell(blue=[figures(), figures(1200, 700, 300)], green=[figures(), figures(1200, 700, 300, **worse)])
        cluster.refuses("judge", "--watch", "1")
        assert re.search(f"^{promise} .*: worse$", cluster.said, re.M) and cluster.said.count("worse") == 1, cluster.said
    assert cluster.players_get() == ("", ""), "players were sent elsewhere"
    cluster.does("back")
    cluster.refuses("judge")
    assert "there is no canary" in cluster.said, cluster.said


def a_candidate_that_began_anew_is_refused(cluster):
    cluster.has_canary()
    cluster.tell(blue=[figures(), figures(1200, 700, 300)], green=[figures(), figures(1200, 700, 300)])
    cluster.set(restarts=[2, 3])
    cluster.refuses("judge", "--watch", "1")
    assert "pods of green were started anew" in cluster.said, cluster.said


def a_candidate_that_did_nothing_is_not_judged(cluster):
    cluster.has_canary()
    cluster.tell(blue=[figures(), figures(1200, 700, 300)], green=[figures(), figures(requests=219, answers=600)])
    cluster.refuses("judge", "--watch", "1")
    assert "too little was played on green" in cluster.said and cluster.said.count(": too little was seen") == 2, cluster.said


def figures(requests=200, answers=100, rounds=100, failed=0, lost=0, slow=0, late=0, refused=0):
    """What a pod of each service says, with what it did and what of it was missed."""
    return "\n".join((
        "# TYPE trivia_requests_seconds histogram", f'trivia_requests_seconds_bucket{{outcome="ok",le="0.01"}} {requests}',
        f'trivia_requests_seconds_count{{outcome="ok"}} {requests}', f'trivia_requests_seconds_count{{outcome="failed"}} {failed}.0',
    )), "\n".join((
        f'trivia_answers_seconds_bucket{{outcome="stored",le="0.1"}} {(answers - slow) // 2}', f'trivia_answers_seconds_bucket{{outcome="stored",le="0.25"}} {answers - slow}',
        f'trivia_answers_seconds_bucket{{outcome="stored",le="+Inf"}} {answers}', f'trivia_answers_seconds_count{{outcome="stored"}} {answers}',
        f'trivia_answers_seconds_count{{outcome="failed"}} {lost}', f'trivia_rounds_late_seconds_bucket{{step="opened",le="0.5"}} 0',
        f'trivia_rounds_late_seconds_count{{step="opened"}} {rounds}', f'trivia_rounds_late_seconds_bucket{{le="0.5",step="revealed"}} {rounds - late}',
        f'trivia_rounds_late_seconds_count{{step="revealed"}} {rounds}.0', "trivia_sockets_opened_total 100.0",
        f'trivia_upgrades_refused_total{{reason="rate"}} {refused}', f'trivia_upgrades_refused_total{{reason="draining"}} {requests}',
    ))


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


def the_edge_of_before_comes_back_with_it(cluster):
    assert cluster.does("edge").strip() == "", "there is an edge before the first entry"
    cluster.runs_first()
    before = cluster.does("edge").strip()
    cluster.does("entry")
    cluster.does("restore", "blue", "--edge", before)
    assert f"rollout undo deployment/edge --to-revision {before}" in cluster.state["calls"], cluster.state["calls"]
    again = len(cluster.state["calls"])
    cluster.does("restore", "blue", "--edge", cluster.does("edge").strip())
    assert not [call for call in cluster.state["calls"][again:] if "undo" in call], "the edge that is there was put back"


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
    assert "external-dns.alpha.kubernetes.io/hostname: review-x.example.com" in text, "its name leads nowhere"
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
            **scenarios.surroundings(self.folder), "FAKE_CLUSTER": str(self.file),
            "FAKE_KUSTOMIZE": json.dumps(kustomize), "FAKE_KEPT": str(self.folder / "kept"), "TRIVIA_SMOKE": smoke,
        }

    def runs_first(self):
        if self.environment_name == "prod":
            self.does("entry", *(word for name in ("nginx", "mysql", "backup") for word in ("--" + name, f"r.example.com/{name}{SHA}")))
            self.does("prepare", *(image + SHA for image in ("r.example.com/api-service", "r.example.com/realtime-service")))
        else:
            self.does("entry")
            self.does(*FIRST)

    def has_canary(self):
        """As canary leaves a cluster."""
        images = {"blue": FIRST[1:], "green": SECOND[1:]}
        self.set(
            services={name: {"colour": "", "live": "blue"} for name in ("api", "realtime")}
            | {name + "-candidate": {"colour": "green", "live": ""} for name in ("api", "realtime")},
            deployments={f"{name}-{colour}": {"replicas": 2, "ready": 2, "image": of[name == "realtime"]}
                         for colour, of in images.items() for name in ("api", "realtime", "worker")},
        )

    def tell(self, **readings):
        """Of each colour, what its pods say, one reading after the other."""
        self.set(figures={f"{name}-{colour}-0": [reading[i] for reading in of] for colour, of in readings.items() for i, name in enumerate(("api", "realtime"))})

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
