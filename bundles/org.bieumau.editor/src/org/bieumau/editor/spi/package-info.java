/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Contract of the pages of the editor of <code>.bieu</code> files.
 *
 * <p>A plug-in contributes a page by registering an {@link org.bieumau.editor.spi.EditorPageFactory} at the extension
 * point <code>org.bieumau.editor.pages</code>. The factory makes one {@link org.bieumau.editor.spi.EditorPage} per
 * editor and hands it its {@link org.bieumau.editor.spi.PageSite}, through which the page reads the model, changes it
 * and moves around in the text.
 *
 * <p>The text of the file is the truth. A page never keeps elements of the model: it copies what it shows while it
 * {@linkplain org.bieumau.editor.spi.EditorPage#read reads}, and every
 * {@linkplain org.bieumau.editor.spi.PageSite#change change} becomes an edit of the text, which the model then follows.
 * All pages of an editor therefore share one undo history and one unsaved state.
 */
@NullMarked
package org.bieumau.editor.spi;

import org.jspecify.annotations.NullMarked;
