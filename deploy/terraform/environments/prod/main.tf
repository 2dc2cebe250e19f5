# What prod runs on. Another provider of one part: another module of the same part's name, with the same outputs.
terraform {
  required_version = ">= 1.9"

  # GitLab keeps the state: encrypted, versioned, and locked while somebody changes it. Addresses and the token come from the
  # environment (TF_HTTP_ADDRESS, TF_HTTP_LOCK_ADDRESS, TF_HTTP_UNLOCK_ADDRESS, TF_HTTP_USERNAME, TF_HTTP_PASSWORD).
  backend "http" {
    lock_method   = "POST"
    unlock_method = "DELETE"
  }

  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.71"
    }
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.14"
    }
  }
}

# Both take their tokens from the environment: DIGITALOCEAN_TOKEN, CLOUDFLARE_API_TOKEN.
provider "digitalocean" {
}

provider "cloudflare" {
}

variable "domain" {
  description = "What players call it: a name directly below the zone."
  type        = string
}

variable "zone" {
  description = "The zone that holds the domain."
  type        = string
}

variable "zone_id" {
  description = "Its identifier at Cloudflare."
  type        = string
}

variable "dev_domain" {
  description = "What dev is called, if it is in the same zone: the zone's rules hold for it, too."
  type        = string
  default     = ""
}

variable "edge_address" {
  description = "Of the edge's load balancer; empty in the first run."
  type        = string
  default     = ""
}

module "plan" {
  source      = "../../modules/plan"
  environment = "prod"
  domain      = var.domain
  zone        = var.zone
}

module "cloud" {
  source   = "../../modules/cloud-digitalocean"
  name     = module.plan.name
  size     = module.plan.size
  registry = false
}

module "storage" {
  source  = "../../modules/storage-digitalocean"
  name    = module.plan.name
  origins = module.plan.origins
}

module "front" {
  source      = "../../modules/front-cloudflare"
  zone        = var.zone
  zone_id     = var.zone_id
  hosts       = module.plan.hosts
  address     = var.edge_address
  other_hosts = var.dev_domain == "" ? [] : [var.dev_domain, "candidate-${var.dev_domain}"]
}

module "notice" {
  source      = "../../modules/notice"
  environment = "prod"
  things      = merge(module.cloud.things, module.storage.things, module.front.things)
}

output "settings" {
  description = "For deploy/kubernetes/overlays/prod."
  value = {
    database         = module.cloud.database
    valkey           = module.cloud.valkey
    network          = module.plan.size.network
    endpoint         = module.storage.endpoint
    private_bucket   = module.storage.private_bucket
    public_bucket    = module.storage.public_bucket
    public_url       = module.storage.public_url
    backup_bucket    = module.storage.backup_bucket
    backup_lock_days = module.storage.backup_lock_days
    proxies          = module.front.proxies
  }
}
