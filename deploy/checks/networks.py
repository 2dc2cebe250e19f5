"""Who reaches whom, as the NetworkPolicies of each environment let the pods of its entry and its release: the edge alone reaches the services
(and realtime the API), and only they, migrations and backups the data."""

import ipaddress

import yaml

import tools
from hardening import pods

# Who may connect to whom inside, by app.kubernetes.io/name. Nobody else to anybody.
INSIDE = {"api": {"edge", "realtime"}, "realtime": {"edge"}}
# Who may connect to private networks, and at which ports: MySQL and Valkey.
DATA = {"api", "worker", "realtime", "migration", "removal", "backup", "backup-archive"}
DATA_PORTS = {3306, 6379, 25060, 25061}
# From elsewhere: anybody to the edge; Prometheus to these ports.
PUBLIC = {"edge": {"http", "https"}}
MONITORED = {"management", "figures"}
PRIVATE = [ipaddress.ip_network(network) for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")]


def run(root):
    findings = []
    built = {overlay.relative_to(root / "deploy/kubernetes/overlays"): overlay for overlay in tools.overlays(root)}
    for environment in sorted({where.parts[0] for where in built}):
        entry = [overlay for where, overlay in built.items() if where.parts == (environment, "entry")]
        if not entry:
            continue
        policies = [d for d in read(entry[0]) if d["kind"] == "NetworkPolicy"]
        everyone = {
            pod.name: pod
            for where, overlay in built.items() if where.parts[0] == environment
            for document in read(overlay) for pod in Pod.of(document)
        }
        findings += [f"{environment}: {finding}" for finding in sorted(set(wrong(policies, everyone)))]
    return findings


def read(overlay):
    return list(yaml.safe_load_all(tools.built(overlay)))


class Pod:
    """The labels of a pod, and its ports by their names."""

    def __init__(self, name, labels, ports):
        self.name, self.labels, self.ports = name, labels, ports

    @classmethod
    def of(cls, document):
        for spec in pods(document):
            template = document["spec"].get("template") or document["spec"]["jobTemplate"]["spec"]["template"]
            labels = template["metadata"]["labels"]
            ports = {port["name"]: port["containerPort"] for container in spec["containers"] for port in container.get("ports", [])}
            yield cls(labels["app.kubernetes.io/name"], labels, ports)

    def rules(self, policies, direction):
        """What lets it be reached, or reach; None if nothing keeps anybody from it."""
        of_it = [
            policy["spec"] for policy in policies
            if direction in policy["spec"]["policyTypes"] and selects(policy["spec"]["podSelector"], self.labels)
        ]
        return [rule for spec in of_it for rule in spec.get(direction.lower()) or []] if of_it else None


def selects(selector, labels):
    return all(labels.get(name) == value for name, value in selector.get("matchLabels", {}).items()) and all(
        {
            "In": labels.get(term["key"]) in term.get("values", []),
            "NotIn": labels.get(term["key"]) not in term.get("values", []),
            "Exists": term["key"] in labels,
            "DoesNotExist": term["key"] not in labels,
        }[term["operator"]]
        for term in selector.get("matchExpressions", [])
    )


def ports(rule, pod):
    """By their numbers; those of the pod that is reached have names. None for all."""
    return {pod.ports.get(port["port"], port["port"]) for port in rule["ports"]} if rule.get("ports") else None


def wrong(policies, everyone):
    for pod in everyone.values():
        for direction in ("Ingress", "Egress"):
            if pod.rules(policies, direction) is None:
                yield f"{pod.name}: nothing is denied to it ({direction})"
        yield from let_in(pod, pod.rules(policies, "Ingress") or [], everyone)
        yield from let_out(pod, pod.rules(policies, "Egress") or [])
    for name, sources in INSIDE.items():
        for source in sources:
            if name in everyone and source in everyone and not connects(everyone[source], everyone[name], policies):
                yield f"{source} does not reach {name}"
    for name in DATA & everyone.keys():
        reached = {port for rule in everyone[name].rules(policies, "Egress") or [] if is_private(rule) for port in ports(rule, everyone[name]) or ()}
        if not {3306, 25060} <= reached and name != "backup-check":
            yield f"{name} does not reach the data"


def let_in(pod, rules, everyone):
    for rule in rules:
        open_ = ports(rule, pod)
        named = {name for name, number in pod.ports.items() if open_ is None or number in open_}
        if "from" not in rule:
            if open_ is None or not named <= PUBLIC.get(pod.name, set()):
                yield f"{pod.name}: anybody may connect to it"
            continue
        for peer in rule["from"]:
            if "ipBlock" in peer:
                yield f"{pod.name}: addresses may connect to it, {peer['ipBlock']['cidr']}"
            elif "namespaceSelector" in peer:
                if peer["namespaceSelector"].get("matchLabels") != {"kubernetes.io/metadata.name": "monitoring"} or open_ is None or not named <= MONITORED:
                    yield f"{pod.name}: other namespaces may connect to it"
            else:
                for source in everyone.values():
                    if selects(peer["podSelector"], source.labels) and source.name not in INSIDE.get(pod.name, set()):
                        yield f"{pod.name}: {source.name} may connect to it"


def let_out(pod, rules):
    for rule in rules:
        if "to" not in rule:
            yield f"{pod.name}: may connect to anybody"
        elif is_private(rule) and (pod.name not in DATA or not rule.get("ports") or not ports(rule, pod) <= DATA_PORTS):
            yield f"{pod.name}: may connect to private networks"


def is_private(rule):
    """Whether it leads to addresses of the inside, by their networks."""
    for peer in rule.get("to", []):
        if "ipBlock" in peer:
            block = ipaddress.ip_network(peer["ipBlock"]["cidr"])
            excepted = [ipaddress.ip_network(network) for network in peer["ipBlock"].get("except", [])]
            if any(block.overlaps(private) and not any(private.subnet_of(network) for network in excepted) for private in PRIVATE):
                return True
    return False


def connects(source, target, policies):
    """At the target's port for requests, as both sides see it."""
    port = target.ports["http"]

    def lets(rules, peers, other):
        return any(
            (ports(rule, target) is None or port in ports(rule, target))
            and (peers not in rule or any("podSelector" in peer and "namespaceSelector" not in peer and selects(peer["podSelector"], other.labels) for peer in rule[peers]))
            for rule in rules or []
        )

    return lets(source.rules(policies, "Egress"), "to", target) and lets(target.rules(policies, "Ingress"), "from", source)
