/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import org.jspecify.annotations.Nullable;

/**
 * A section of a number format.
 *
 * @param condition the condition for numbers; null if it follows from the position of the section
 */
record FormatSection(@Nullable FormatCondition condition, FormatPattern pattern) {}
