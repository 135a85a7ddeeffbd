/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.document.DocumentFields;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.model.LibraryElement;

/** A layout with lists that go with its element. */
record ListedLayout(Layout layout, List<Layout> lists) implements Layout {

    @Override
    public LibraryElement element() {
        return layout.element();
    }

    @Override
    public LayoutProfile profile() {
        return layout.profile();
    }

    @Override
    public LocalDate day() {
        return layout.day();
    }

    @Override
    public String title() {
        return layout.title();
    }

    @Override
    public Optional<DocumentFields> document() {
        return layout.document();
    }

    @Override
    public String author() {
        return layout.author();
    }

    @Override
    public Blocks open() throws IOException {
        return layout.open();
    }

    @Override
    public List<Finding> findings() throws IOException {
        return layout.findings();
    }

    @Override
    public List<Block.Chart> charts() throws IOException {
        return layout.charts();
    }
}
