# Without CHAT_WEBHOOK nothing is sent, and nothing fails.
run "each_thing_is_told_of" {
  variables {
    environment = "dev"
    things = {
      "the cluster"  = "1"
      "the database" = "2"
    }
  }
  assert {
    condition     = output.told == tolist(["the cluster", "the database"])
    error_message = "something was not told of"
  }
}
