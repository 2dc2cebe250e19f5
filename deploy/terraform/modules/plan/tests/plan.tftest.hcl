variables {
  zone = "example.com"
}

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
    condition     = output.size.database.binary_log_hours == 24
    error_message = "an archiver that was away for a night leaves a gap, or DigitalOcean refuses it: a day is the most that it keeps"
  }
  assert {
    condition     = output.origins == ["https://trivia.example.com", "https://candidate-trivia.example.com"]
    error_message = "videos could not be put into the bucket from the page"
  }
}

run "all_hosts_are_covered_by_a_certificate_of_the_zone" {
  command = plan
  variables {
    environment = "prod"
    domain      = "trivia.example.com"
  }
  assert {
    condition     = alltrue([for host in output.hosts : can(regex("^[a-z0-9-]+\\.example\\.com$", host))])
    error_message = "${join(", ", output.hosts)}: one of them is not directly below the zone"
  }
  assert {
    condition     = output.hosts == ["trivia.example.com", "candidate-trivia.example.com"]
    error_message = "deploy/release calls the candidate otherwise"
  }
}

run "a_domain_of_two_levels_is_refused" {
  command = plan
  variables {
    environment = "dev"
    domain      = "dev.trivia.example.com"
  }
  expect_failures = [var.domain]
}

run "a_domain_of_another_zone_is_refused" {
  command = plan
  variables {
    environment = "dev"
    domain      = "trivia.example.org"
  }
  expect_failures = [var.domain]
}

run "environments_do_not_share_a_network" {
  command = plan
  variables {
    environment = "dev"
    domain      = "dev-trivia.example.com"
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
