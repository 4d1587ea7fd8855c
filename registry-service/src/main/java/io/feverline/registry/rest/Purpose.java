package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What an identity is opened for; kept in the record of the opening. */
public record Purpose(@NotBlank @Size(max = 500) String purpose) {}
