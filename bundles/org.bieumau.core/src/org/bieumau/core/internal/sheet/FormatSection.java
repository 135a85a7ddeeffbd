/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A section of a number format.
 *
 * @param condition the numbers that it is for; null if they follow from its place among the sections
 */
record FormatSection(@Nullable FormatCondition condition, FormatPattern pattern) {}
