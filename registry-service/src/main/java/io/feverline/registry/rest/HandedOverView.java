package io.feverline.registry.rest;

/**
 * What a hand-over did.
 *
 * @param moved how many open follow-ups lie under the new code now that lay under the old one
 */
public record HandedOverView(int moved) {}
