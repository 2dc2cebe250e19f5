# The private and the public bucket, and that of backups, at DigitalOcean (Spaces). The provider wants keys for Spaces in its environment
# (SPACES_ACCESS_KEY_ID, SPACES_SECRET_ACCESS_KEY).
terraform {
  required_version = ">= 1.9"
  required_providers {
    digitalocean = {
      source  = "digitalocean/digitalocean"
      version = "~> 2.71"
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

variable "region" {
  type    = string
  default = "fra1"
}

# What is in it goes when the service says so; only what was never finished is left to the bucket.
resource "digitalocean_spaces_bucket" "private" {
  name   = "${var.name}-private"
  region = var.region
  acl    = "private"

  lifecycle_rule {
    id                                     = "unfinished"
    enabled                                = true
    abort_incomplete_multipart_upload_days = 1
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "digitalocean_spaces_bucket_cors_configuration" "private" {
  bucket = digitalocean_spaces_bucket.private.id
  region = var.region

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = var.origins
    allowed_headers = ["*"]
    max_age_seconds = 3600
  }
}

# Everybody may read a file whose name he knows; nobody may list the bucket.
resource "digitalocean_spaces_bucket" "public" {
  name   = "${var.name}-public"
  region = var.region
  acl    = "private"

  lifecycle {
    prevent_destroy = true
  }
}

resource "digitalocean_spaces_bucket_policy" "public" {
  bucket = digitalocean_spaces_bucket.public.name
  region = var.region
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "read"
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::${digitalocean_spaces_bucket.public.name}/*"
    }]
  })
}

# Pages of any origin may read them, which whoever shows what is published elsewhere needs.
resource "digitalocean_spaces_bucket_cors_configuration" "public" {
  bucket = digitalocean_spaces_bucket.public.id
  region = var.region

  cors_rule {
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["*"]
    allowed_headers = ["*"]
    max_age_seconds = 86400
  }
}

# Players load what is published from near them. Names are never given to another file, so that it may be kept for long.
resource "digitalocean_cdn" "public" {
  origin = digitalocean_spaces_bucket.public.bucket_domain_name
  ttl    = 604800
}

# Whoever can write to it cannot make a backup go: what is overwritten or deleted stays for a month.
resource "digitalocean_spaces_bucket" "backups" {
  name   = "${var.name}-backups"
  region = var.region
  acl    = "private"

  versioning {
    enabled = true
  }

  lifecycle_rule {
    id                                     = "old"
    enabled                                = true
    abort_incomplete_multipart_upload_days = 1

    # The longest that one is kept is twelve months.
    expiration {
      days = 400
    }

    noncurrent_version_expiration {
      days = 30
    }
  }

  lifecycle {
    prevent_destroy = true
  }
}

output "things" {
  value = {
    "the private bucket"      = digitalocean_spaces_bucket.private.id
    "who may put into it"     = digitalocean_spaces_bucket_cors_configuration.private.id
    "the public bucket"       = digitalocean_spaces_bucket.public.id
    "who may read it"         = digitalocean_spaces_bucket_policy.public.id
    "which pages may read it" = digitalocean_spaces_bucket_cors_configuration.public.id
    "the public bucket's CDN" = digitalocean_cdn.public.id
    "the bucket of backups"   = digitalocean_spaces_bucket.backups.id
  }
}

output "endpoint" {
  description = "For QUARKUS_S3_ENDPOINT_OVERRIDE."
  value       = "https://${var.region}.digitaloceanspaces.com"
}

output "private_bucket" {
  description = "For TRIVIA_STORAGE_PRIVATE_BUCKET."
  value       = digitalocean_spaces_bucket.private.name
}

output "public_bucket" {
  description = "For TRIVIA_STORAGE_PUBLIC_BUCKET."
  value       = digitalocean_spaces_bucket.public.name
}

output "public_url" {
  description = "For TRIVIA_STORAGE_PUBLIC_URL."
  value       = "https://${digitalocean_cdn.public.endpoint}/"
}

output "backup_bucket" {
  description = "For TRIVIA_BACKUP_S3_BUCKET."
  value       = digitalocean_spaces_bucket.backups.name
}

# It has versions instead: deleting is allowed, and undone for a month.
output "backup_lock_days" {
  description = "For TRIVIA_BACKUP_S3_LOCK_DAYS."
  value       = 0
}
