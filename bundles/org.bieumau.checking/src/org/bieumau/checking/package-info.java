/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Checks files of Word processors against a layout profile such as that of Decree 30, comments and mends them. Begin
 * with {@link org.bieumau.checking.FileCheck}.
 */
@NullMarked
package org.bieumau.checking;

import org.jspecify.annotations.NullMarked;
