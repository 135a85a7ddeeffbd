/* SPDX-License-Identifier: EPL-2.0 */
/** Numbers, dates and number formats of spreadsheets, for the importers of all spreadsheet formats. */
@NullMarked
package org.bieumau.core.internal.sheet;

import org.jspecify.annotations.NullMarked;
