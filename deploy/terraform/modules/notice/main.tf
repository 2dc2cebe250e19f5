# Tells a chat of each thing that is made, made anew or destroyed. The webhook's address is a secret: it comes from the
# environment (CHAT_WEBHOOK) of whoever runs Terraform, and is in neither variables nor state.
terraform {
  required_version = ">= 1.9"
}

variable "environment" {
  type = string
}

variable "things" {
  description = "What to tell of: what people call it, and its identifier."
  type        = map(string)
}

resource "terraform_data" "notice" {
  for_each         = var.things
  triggers_replace = [each.value]
  input = {
    environment = var.environment
    thing       = each.key
  }

  provisioner "local-exec" {
    command    = "${path.module}/../../../../.ci/notify \"$TEXT\""
    on_failure = continue
    environment = {
      TEXT = "Terraform made ${self.input.thing} of ${self.input.environment}."
    }
  }

  provisioner "local-exec" {
    when       = destroy
    command    = "${path.module}/../../../../.ci/notify \"$TEXT\""
    on_failure = continue
    environment = {
      TEXT = "Terraform destroyed ${self.input.thing} of ${self.input.environment}, or is about to make it anew."
    }
  }
}

output "told" {
  description = "Of what was told."
  value       = sort(keys(terraform_data.notice))
}
