/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.Serializable;

/**
 * A return that is merged.
 *
 * @param unit index of the unit
 * @param file name of the file
 * @param sha256 its digest
 * @param key key of the stored result
 */
public record Taken(int unit, String file, String sha256, String key) implements Serializable {}
