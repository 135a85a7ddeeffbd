/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Reads old files of Word and Excel with POI, and web pages, which programs also write under the names of such files.
 * {@link org.bieumau.legacy.internal.FileKind} tells what a file is.
 */
package org.bieumau.legacy.internal;
