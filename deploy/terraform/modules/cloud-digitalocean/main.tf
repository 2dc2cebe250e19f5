# The private network, the cluster, MySQL, Valkey and the registry.
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

variable "region" {
  type    = string
  default = "fra1"
}

variable "size" {
  description = "As module plan says."
  type = object({
    nodes    = object({ size = string, least = number, most = number })
    database = object({ size = string, nodes = number, binary_log_hours = number })
    valkey   = object({ size = string, nodes = number })
    network  = string
  })
}

variable "registry" {
  description = "Whether this environment makes the registry; an account has one."
  type        = bool
  default     = false
}

resource "digitalocean_vpc" "network" {
  name     = var.name
  region   = var.region
  ip_range = var.size.network
}

data "digitalocean_kubernetes_versions" "supported" {
  # preStop.sleep of the manifests needs 1.30.
  version_prefix = "1.32."
}

resource "digitalocean_kubernetes_cluster" "cluster" {
  name                 = var.name
  region               = var.region
  version              = data.digitalocean_kubernetes_versions.supported.latest_version
  vpc_uuid             = digitalocean_vpc.network.id
  ha                   = var.size.nodes.least >= 3
  auto_upgrade         = true
  surge_upgrade        = true
  registry_integration = true
  # Each run asks for credentials anew and the state keeps them: they are good for an hour, not for good.
  kubeconfig_expire_seconds = 3600

  maintenance_policy {
    day        = "tuesday"
    start_time = "04:00"
  }

  node_pool {
    name       = "services"
    size       = var.size.nodes.size
    auto_scale = true
    min_nodes  = var.size.nodes.least
    max_nodes  = var.size.nodes.most
  }

  lifecycle {
    # Upgraded by itself, and scaled by the cluster.
    ignore_changes = [version, node_pool[0].node_count]
  }
}

resource "digitalocean_database_cluster" "mysql" {
  name                 = "${var.name}-mysql"
  engine               = "mysql"
  version              = "8"
  size                 = var.size.database.size
  region               = var.region
  node_count           = var.size.database.nodes
  private_network_uuid = digitalocean_vpc.network.id

  maintenance_window {
    day  = "tuesday"
    hour = "03:00:00"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "digitalocean_database_mysql_config" "mysql" {
  cluster_id = digitalocean_database_cluster.mysql.id
  # Times are UTC wherever they come from.
  default_time_zone       = "+00:00"
  binlog_retention_period = var.size.database.binary_log_hours * 3600
}

resource "digitalocean_database_db" "trivia" {
  cluster_id = digitalocean_database_cluster.mysql.id
  name       = "trivia"
}

resource "digitalocean_database_cluster" "valkey" {
  name                 = "${var.name}-valkey"
  engine               = "valkey"
  version              = "8"
  size                 = var.size.valkey.size
  region               = var.region
  node_count           = var.size.valkey.nodes
  private_network_uuid = digitalocean_vpc.network.id
  eviction_policy      = "volatile_lru"

  maintenance_window {
    day  = "tuesday"
    hour = "03:30:00"
  }
}

# Only the cluster's nodes reach the data.
resource "digitalocean_database_firewall" "data" {
  for_each = {
    mysql  = digitalocean_database_cluster.mysql.id
    valkey = digitalocean_database_cluster.valkey.id
  }
  cluster_id = each.value

  rule {
    type  = "k8s"
    value = digitalocean_kubernetes_cluster.cluster.id
  }
}

resource "digitalocean_container_registry" "images" {
  count                  = var.registry ? 1 : 0
  name                   = "vstrivia"
  subscription_tier_slug = "basic"
  region                 = var.region
}

output "things" {
  description = "For module notice."
  value = merge(
    {
      "the network"       = digitalocean_vpc.network.id
      "the cluster"       = digitalocean_kubernetes_cluster.cluster.id
      "MySQL"             = digitalocean_database_cluster.mysql.id
      "MySQL's settings"  = digitalocean_database_mysql_config.mysql.id
      "the database"      = digitalocean_database_db.trivia.id
      "Valkey"            = digitalocean_database_cluster.valkey.id
      "MySQL's firewall"  = digitalocean_database_firewall.data["mysql"].id
      "Valkey's firewall" = digitalocean_database_firewall.data["valkey"].id
    },
    var.registry ? { "the registry" = digitalocean_container_registry.images[0].id } : {},
  )
}

output "cluster" {
  value = digitalocean_kubernetes_cluster.cluster.name
}

output "database" {
  description = "For QUARKUS_DATASOURCE_*_URL."
  value       = "${digitalocean_database_cluster.mysql.private_host}:${digitalocean_database_cluster.mysql.port}"
}

output "valkey" {
  description = "For QUARKUS_REDIS_HOSTS."
  value       = "${digitalocean_database_cluster.valkey.private_host}:${digitalocean_database_cluster.valkey.port}"
}
