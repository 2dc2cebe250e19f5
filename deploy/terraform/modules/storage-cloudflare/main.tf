# The private and the public bucket, and that of backups, at Cloudflare (R2). It takes the place of storage-digitalocean: the
# outputs are the same.
terraform {
  required_version = ">= 1.9"
  required_providers {
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "~> 5.14"
    }
  }
}

variable "name" {
  type = string
}

variable "origins" {
  description = "Of the pages that may put videos into the private bucket."
  type        = list(string)
}

variable "zone_id" {
  description = "Identifier of the zone that holds public_host."
  type        = string
}

variable "public_host" {
  description = "Where people find the files of the public bucket, such as files.example.com."
  type        = string
}

variable "account" {
  description = "Identifier of the account at Cloudflare."
  type        = string
}

locals {
  lock_days = 30
}

# What is in it goes when the service says so; only what was never finished is left to the bucket.
resource "cloudflare_r2_bucket" "private" {
  account_id = var.account
  name       = "${var.name}-private"

  lifecycle {
    prevent_destroy = true
  }
}

resource "cloudflare_r2_bucket_lifecycle" "private" {
  account_id  = var.account
  bucket_name = cloudflare_r2_bucket.private.name
  rules = [{
    id         = "unfinished"
    enabled    = true
    conditions = { prefix = "" }
    abort_multipart_uploads_transition = {
      condition = { type = "Age", max_age = 86400 }
    }
  }]
}

resource "cloudflare_r2_bucket_cors" "private" {
  account_id  = var.account
  bucket_name = cloudflare_r2_bucket.private.name
  rules = [{
    id = "videos"
    allowed = {
      methods = ["PUT"]
      origins = var.origins
      headers = ["*"]
    }
    max_age_seconds = 3600
  }]
}

resource "cloudflare_r2_bucket" "public" {
  account_id = var.account
  name       = "${var.name}-public"

  lifecycle {
    prevent_destroy = true
  }
}

# Everybody may read a file whose name he knows; nobody may list the bucket.
resource "cloudflare_r2_custom_domain" "public" {
  account_id  = var.account
  bucket_name = cloudflare_r2_bucket.public.name
  domain      = var.public_host
  enabled     = true
  min_tls     = "1.2"
  zone_id     = var.zone_id
}

# Pages of any origin may read them, which whoever shows what is published elsewhere needs.
resource "cloudflare_r2_bucket_cors" "public" {
  account_id  = var.account
  bucket_name = cloudflare_r2_bucket.public.name
  rules = [{
    id = "pages"
    allowed = {
      methods = ["GET", "HEAD"]
      origins = ["*"]
      headers = ["*"]
    }
    max_age_seconds = 86400
  }]
}

resource "cloudflare_r2_bucket" "backups" {
  account_id = var.account
  name       = "${var.name}-backups"

  lifecycle {
    prevent_destroy = true
  }
}

# Nobody deletes or overwrites a backup for a month; R2 has no versions. What the archiver writes anew all the time is elsewhere
# (seen/, checks/). TRIVIA_BACKUP_S3_LOCK_DAYS tells it of this.
resource "cloudflare_r2_bucket_lock" "backups" {
  account_id  = var.account
  bucket_name = cloudflare_r2_bucket.backups.name
  rules = [for folder in ["dumps", "binlog"] : {
    id        = folder
    enabled   = true
    prefix    = "${folder}/"
    condition = { type = "Age", max_age_seconds = local.lock_days * 86400 }
  }]
}

resource "cloudflare_r2_bucket_lifecycle" "backups" {
  account_id  = var.account
  bucket_name = cloudflare_r2_bucket.backups.name
  rules = [{
    id         = "old"
    enabled    = true
    conditions = { prefix = "" }
    # The longest that one is kept is twelve months.
    delete_objects_transition = {
      condition = { type = "Age", max_age = 34560000 }
    }
    abort_multipart_uploads_transition = {
      condition = { type = "Age", max_age = 86400 }
    }
  }]
}

output "things" {
  value = {
    "the private bucket"               = cloudflare_r2_bucket.private.id
    "what goes from it by itself"      = cloudflare_r2_bucket_lifecycle.private.bucket_name
    "who may put into it"              = cloudflare_r2_bucket_cors.private.bucket_name
    "the public bucket"                = cloudflare_r2_bucket.public.id
    "the public bucket's name"         = cloudflare_r2_custom_domain.public.domain
    "which pages may read it"          = cloudflare_r2_bucket_cors.public.bucket_name
    "the bucket of backups"            = cloudflare_r2_bucket.backups.id
    "what goes from backups by itself" = cloudflare_r2_bucket_lifecycle.backups.bucket_name
    "what nobody deletes of backups"   = cloudflare_r2_bucket_lock.backups.bucket_name
  }
}

output "endpoint" {
  description = "For QUARKUS_S3_ENDPOINT_OVERRIDE."
  value       = "https://${var.account}.r2.cloudflarestorage.com"
}

output "private_bucket" {
  description = "For TRIVIA_STORAGE_PRIVATE_BUCKET."
  value       = cloudflare_r2_bucket.private.name
}

output "public_bucket" {
  description = "For TRIVIA_STORAGE_PUBLIC_BUCKET."
  value       = cloudflare_r2_bucket.public.name
}

output "public_url" {
  description = "For TRIVIA_STORAGE_PUBLIC_URL."
  value       = "https://${var.public_host}/"
}

output "backup_bucket" {
  description = "For TRIVIA_BACKUP_S3_BUCKET."
  value       = cloudflare_r2_bucket.backups.name
}

output "backup_lock_days" {
  description = "For TRIVIA_BACKUP_S3_LOCK_DAYS."
  value       = local.lock_days
}
