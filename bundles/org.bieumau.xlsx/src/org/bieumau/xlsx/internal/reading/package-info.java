/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Reads workbooks as one stream of tables: {@link org.bieumau.xlsx.internal.reading.XlsxImporter} opens a file,
 * {@link org.bieumau.xlsx.internal.reading.RowReader} reads its rows.
 */
package org.bieumau.xlsx.internal.reading;
