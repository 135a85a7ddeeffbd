/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

import org.bieumau.core.problem.Place;
import org.bieumau.core.source.Amendment;

/**
 * A change that mends a place of a file, with its words for the user.
 *
 * @param before the text or look as it is in the file
 * @param after the text or look in the mended copy
 */
public record Change(Place place, Amendment amendment, String before, String after) {}
