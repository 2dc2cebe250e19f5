# Names, CDN and WAF at Cloudflare. It takes the place of front-digitalocean: the outputs are the same.
terraform {
  required_version = ">= 1.9"
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.14"
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

variable "zone_id" {
  description = "Identifier of the zone at Cloudflare."
  type        = string
}

# A zone has each setting and each list of rules once.
variable "owns_zone" {
  description = "Whether the settings and rules of the zone are made here; else the environment that has them names these hosts, too."
  type        = bool
  default     = true
}

variable "other_hosts" {
  description = "Names of the environments that share the zone and do not own it, for which the rules hold as well."
  type        = list(string)
  default     = []
}

locals {
  records = var.address == "" ? toset([]) : toset(var.hosts)
  owned   = var.owns_zone ? 1 : 0
  ours    = "(http.host in {${join(" ", [for host in concat(var.hosts, var.other_hosts) : "\"${host}\""])}})"
  settings = {
    # The edge's certificate is checked.
    ssl              = "strict"
    min_tls_version  = "1.2"
    tls_1_3          = "on"
    always_use_https = "on"
    websockets       = "on"
    "0rtt"           = "off"
  }
}

resource "cloudflare_dns_record" "host" {
  for_each = local.records
  zone_id  = var.zone_id
  name     = each.value
  type     = "A"
  content  = var.address
  # 1 is "automatic", which is all that a proxied name may have.
  ttl     = 1
  proxied = true
}

resource "cloudflare_zone_setting" "front" {
  for_each   = var.owns_zone ? local.settings : {}
  zone_id    = var.zone_id
  setting_id = each.key
  value      = each.value
}

# Bundles carry their hash in their name; nothing else is kept, whatever it says.
resource "cloudflare_ruleset" "cache" {
  count   = local.owned
  zone_id = var.zone_id
  name    = "What is kept"
  kind    = "zone"
  phase   = "http_request_cache_settings"
  rules = [
    {
      ref               = "nothing"
      description       = "The API's answers are nobody else's"
      expression        = local.ours
      action            = "set_cache_settings"
      action_parameters = { cache = false }
    },
    {
      ref               = "bundles"
      description       = "Bundles, as long as they say"
      expression        = "${local.ours} and starts_with(http.request.uri.path, \"/static/bundle/\")"
      action            = "set_cache_settings"
      action_parameters = { cache = true, edge_ttl = { mode = "respect_origin" } }
    },
  ]
}

resource "cloudflare_ruleset" "own" {
  count   = local.owned
  zone_id = var.zone_id
  name    = "What never gets in"
  kind    = "zone"
  phase   = "http_request_firewall_custom"
  rules = [{
    ref         = "inside"
    description = "Health and figures, and methods that nothing here has"
    expression  = "${local.ours} and (starts_with(http.request.uri.path, \"/q/\") or http.request.method in {\"TRACE\" \"CONNECT\"})"
    action      = "block"
  }]
}

# The managed rules of Cloudflare; imports and quizzes hold any text that authors write, and are parsed, not run.
resource "cloudflare_ruleset" "managed" {
  count   = local.owned
  zone_id = var.zone_id
  name    = "What is known to be bad"
  kind    = "zone"
  phase   = "http_request_firewall_managed"
  rules = [{
    ref               = "managed"
    description       = "Cloudflare Managed Ruleset"
    expression        = "${local.ours} and not starts_with(http.request.uri.path, \"/v1/imports\") and not starts_with(http.request.uri.path, \"/v1/quizzes\")"
    action            = "execute"
    action_parameters = { id = "efb7b8c949ac4650a09736fc376e9aee" }
  }]
}

# Far above what the API allows: who gets here is no player.
resource "cloudflare_ruleset" "floods" {
  count   = local.owned
  zone_id = var.zone_id
  name    = "Floods"
  kind    = "zone"
  phase   = "http_ratelimit"
  rules = [{
    ref         = "floods"
    description = "More than a class behind one address asks for"
    expression  = local.ours
    action      = "block"
    ratelimit = {
      characteristics     = ["cf.colo.id", "ip.src"]
      period              = 10
      requests_per_period = 2000
      mitigation_timeout  = 10
    }
  }]
}

data "cloudflare_ip_ranges" "proxies" {
}

output "things" {
  value = merge(
    { for host, record in cloudflare_dns_record.host : "the name ${host}" => record.id },
    { for name, setting in cloudflare_zone_setting.front : "the zone's setting ${name}" => setting.id },
    { for ruleset in cloudflare_ruleset.cache : "what the CDN keeps" => ruleset.id },
    { for ruleset in cloudflare_ruleset.own : "what never gets in" => ruleset.id },
    { for ruleset in cloudflare_ruleset.managed : "the WAF's rules" => ruleset.id },
    { for ruleset in cloudflare_ruleset.floods : "the bound of requests" => ruleset.id },
  )
}

output "proxies" {
  description = "Networks for TRIVIA_EDGE_TRUSTED_PROXIES, and the only ones that the edge's load balancer lets in."
  value       = data.cloudflare_ip_ranges.proxies.ipv4_cidrs
}
