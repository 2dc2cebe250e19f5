run "prod_survives_the_loss_of_a_node" {
  command = plan
  variables {
    environment = "prod"
    domain      = "trivia.example.com"
  }
  assert {
    condition     = output.size.database.nodes >= 2 && output.size.valkey.nodes >= 2 && output.size.nodes.least >= 3
    error_message = "prod has a part of which there is only one"
  }
  assert {
    condition     = output.size.database.binary_log_hours >= 48
    error_message = "a point in time of the day before yesterday cannot be restored"
  }
  assert {
    condition     = output.origins == ["https://trivia.example.com", "https://candidate.trivia.example.com"]
    error_message = "videos could not be put into the bucket from the page"
  }
}

run "environments_do_not_share_a_network" {
  command = plan
  variables {
    environment = "dev"
    domain      = "dev.trivia.example.com"
  }
  assert {
    condition     = output.size.network != run.prod_survives_the_loss_of_a_node.size.network
    error_message = "dev and prod could not be connected"
  }
}

run "an_unknown_environment_is_refused" {
  command = plan
  variables {
    environment = "test"
    domain      = "trivia.example.com"
  }
  expect_failures = [var.environment]
}

run "a_url_is_no_domain" {
  command = plan
  variables {
    environment = "dev"
    domain      = "https://trivia.example.com/"
  }
  expect_failures = [var.domain]
}
