# Names at DigitalOcean, straight to the edge: without a CDN, and without a WAF but for what the edge and the API refuse.
terraform {
  required_version = ">= 1.9"
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.71"
    }
  }
}

variable "zone" {
  description = "The zone that holds the hosts, such as example.com."
  type        = string
}

variable "hosts" {
  description = "Names that lead to the edge."
  type        = list(string)
}

variable "address" {
  description = "Of the edge (kubectl get service edge); empty until it has one."
  type        = string
  default     = ""
}

locals {
  records = var.address == "" ? toset([]) : toset(var.hosts)
}

resource "digitalocean_record" "host" {
  for_each = local.records
  domain   = var.zone
  type     = "A"
  name     = trimsuffix(each.value, ".${var.zone}")
  value    = var.address
  ttl      = 300
}

output "things" {
  value = { for host, record in digitalocean_record.host : "the name ${host}" => record.id }
}

output "proxies" {
  description = "Networks for TRIVIA_EDGE_TRUSTED_PROXIES: nobody is in between."
  value       = []
}
