/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The facade for programs that embed the language, to read, check, edit, write and export .bieu files. Begin with
 * {@link org.bieumau.dsl.library.BieuFile#open}.
 */
@NullMarked
package org.bieumau.dsl.library;

import org.jspecify.annotations.NullMarked;
