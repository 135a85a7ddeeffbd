/* SPDX-License-Identifier: EPL-2.0 */
/** What a check of a file says. Begin with {@link org.bieumau.checking.report.FileReport}. */
@NullMarked
package org.bieumau.checking.report;

import org.jspecify.annotations.NullMarked;
