# How large each environment is. No provider is needed to know, so that it is tested without one.
terraform {
  required_version = ">= 1.9"
}

variable "environment" {
  description = "dev or prod."
  type        = string
  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "An environment is dev or prod; add its sizes here before another one."
  }
}

variable "domain" {
  description = "What players call it: a name directly below the zone."
  type        = string
  validation {
    condition     = can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.domain))
    error_message = "A domain is lower-case names with dots, without scheme and path."
  }
  # The certificate that Cloudflare has for every zone is for the zone and for names of one level below it.
  validation {
    condition     = can(regex("^[a-z0-9-]+$", trimsuffix(var.domain, ".${var.zone}")))
    error_message = "A domain is one level below its zone, such as trivia.example.com in example.com: others have no certificate in front."
  }
}

variable "zone" {
  description = "The zone that holds the domain."
  type        = string
}

locals {
  # Of the release beside the running one (deploy/release); on the same level, so that the same certificate holds.
  candidate = "candidate-${var.domain}"
  sizes = {
    dev = {
      nodes    = { size = "s-2vcpu-4gb", least = 2, most = 3 }
      database = { size = "db-s-1vcpu-2gb", nodes = 1, binary_log_hours = 24 }
      valkey   = { size = "db-s-1vcpu-1gb", nodes = 1 }
      network  = "10.120.0.0/16"
    }
    # Two nodes of the database and of Valkey: the second one takes over.
    prod = {
      nodes    = { size = "c-4", least = 3, most = 10 }
      database = { size = "db-s-4vcpu-8gb", nodes = 2, binary_log_hours = 24 }
      valkey   = { size = "db-s-1vcpu-2gb", nodes = 2 }
      network  = "10.110.0.0/16"
    }
  }
}

output "name" {
  value = "vstrivia-${var.environment}"
}

output "size" {
  value = local.sizes[var.environment]
}

output "origins" {
  description = "Of the pages that may put files into the bucket."
  value       = ["https://${var.domain}", "https://${local.candidate}"]
}

output "hosts" {
  description = "Names that lead to the edge."
  value       = [var.domain, local.candidate]
}
