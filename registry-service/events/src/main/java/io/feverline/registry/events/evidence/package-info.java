/**
 * What an archive of evidence is, so that whoever has it and the public key can check it without the service: files, their
 * SHA-256 as coreutils' sha256sum lists them, and a signature of that list.
 */
@NullMarked
package io.feverline.registry.events.evidence;

import org.jspecify.annotations.NullMarked;
