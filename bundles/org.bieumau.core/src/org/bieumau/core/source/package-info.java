/* SPDX-License-Identifier: EPL-2.0 */
/**
 * What importers read from the files of word processors and spreadsheets: one stream of paragraphs and tables for every
 * format. Begin with {@link org.bieumau.core.source.SourceItem}.
 */
@NullMarked
package org.bieumau.core.source;

import org.jspecify.annotations.NullMarked;
