# Of each promise: what the candidate and the running release missed between two readings of their figures (deploy/release ENV judge).
#   awk -v running=COLOUR -v candidate=COLOUR -f judge.awk part=rules vstrivia.rules.yaml part=first FILE part=last FILE
# A line of a reading is COLOUR POD FIGURE{LABELS} VALUE. What is promised, and within which time, stands in the rules.
# Exit: 0 the candidate is good; 1 it is worse; 3 too little was seen of it; 4 the rules say nothing of a promise.
BEGIN {
  handful = 5 # so many may be missed, as for PromiseBroken
  worse = 2   # times the running release's share is too much, if more was missed than is promised
  far = 10    # times of what is promised is too much, however the running release does
  least = 20  # so much has to be seen of each that players always ask for
  count = split("requests answers acknowledgements reveals sockets", promises, " ")
}

part == "rules" && /record: trivia:promise:budget/ { is_budget = 1 }
part == "rules" && /expr: vector/ && is_budget { value = $0; gsub(/[^0-9.]/, "", value) }
part == "rules" && /le="/ { within = $0; sub(/.*le="/, "", within); sub(/".*/, "", within) }
part == "rules" && /labels: \{promise: / {
  name = $0; sub(/.*promise: /, "", name); sub(/\}.*/, "", name)
  if (is_budget) budget[name] = value
  else if (within != "") bound[name] = within
  is_budget = 0; within = ""
}

part == "first" { before[$2, $3] = $4 }
# Who came in between, or began anew, had nothing before.
part == "last" { was = before[$2, $3]; seen($1, $3, $4 < was ? $4 : $4 - was) }

function seen(colour, figure, more) {
  if (figure ~ /^trivia_requests_seconds_count/) tell(colour, "requests", more, figure ~ /outcome="failed"/)
  if (figure ~ /^trivia_answers_seconds_count/) tell(colour, "answers", more, figure ~ /outcome="failed"/)
  if (figure ~ /^trivia_answers_seconds_/ && figure ~ /outcome="stored"/) timely(colour, "acknowledgements", figure, more)
  if (figure ~ /^trivia_rounds_late_seconds_/ && figure ~ /step="revealed"/) timely(colour, "reveals", figure, more)
  if (figure ~ /^trivia_sockets_opened_total/) tell(colour, "sockets", more, 0)
  if (figure ~ /^trivia_upgrades_refused_total/ && figure !~ /reason="draining"/) tell(colour, "sockets", more, 1)
}
function tell(colour, promise, more, is_missed) {
  all[colour, promise] += more
  if (is_missed) missed[colour, promise] += more
}
# All are late but those in the group that ends at the bound.
function timely(colour, promise, figure, more) {
  if (figure ~ /_count/) tell(colour, promise, more, 1)
  if (figure ~ /_bucket/ && index(figure, "le=\"" bound[promise] "\"")) missed[colour, promise] -= more
}
function share(colour, promise) { return all[colour, promise] > 0 ? missed[colour, promise] / all[colour, promise] : 0 }
function said(colour, promise) {
  return sprintf("%s missed %d of %d (%.2f %%)", colour, missed[colour, promise], all[colour, promise], 100 * share(colour, promise))
}

END {
  for (i = 1; i <= count; i++) {
    promise = promises[i]
    if (!(promise in budget) || (promise ~ /^(acknowledgements|reveals)$/ && !(promise in bound))) { print "no promise of " promise; exit 4 }
    is = share(candidate, promise)
    verdict = ""
    if (missed[candidate, promise] >= handful && is > budget[promise] && (is > worse * share(running, promise) || is > far * budget[promise])) {
      bad = 1; verdict = ": worse"
    } else if (promise != "sockets" && all[candidate, promise] < least) {
      few = 1; verdict = ": too little was seen"
    }
    printf "%-16s %s, %s; %.2f %% may be%s\n", promise, said(candidate, promise), said(running, promise), 100 * budget[promise], verdict
  }
  exit bad ? 1 : few ? 3 : 0
}
