/* SPDX-License-Identifier: EPL-2.0 */
/** The entry to the checks of a model built in code: {@link org.bieumau.core.check.Checks}. */
@NullMarked
package org.bieumau.core.check;

import org.jspecify.annotations.NullMarked;
