/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.reading.internal.match.FormFinder;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;

/** A table of a file with a template that it may be an instance of. */
public final class FoundTable {

    private final FoundTemplate template;
    private final String drawing;
    private FormMatch match;

    /** @param drawing text of the template, if it was drawn from the table; null for a template that exists */
    FoundTable(FoundTemplate template, FormMatch match, String drawing) {
        this.template = template;
        this.match = match;
        this.drawing = drawing;
    }

    public FoundTemplate template() {
        return template;
    }

    /** Returns the text of the template if it was drawn from the table itself. */
    public Optional<String> drawing() {
        return Optional.ofNullable(drawing);
    }

    /** Returns the columns of the table with those of the template. */
    public FormMatch match() {
        return match;
    }

    /** Returns the likeness from 0 to 1. */
    public double score() {
        return match.score();
    }

    /** Returns the title of the template; its name if it has none. */
    public String title() {
        var title = match.template().title();
        return title.isBlank() ? template.template().getName() : title;
    }

    /** Returns the number of the form; empty if it has none. */
    public String label() {
        return match.template().label();
    }

    /** Returns where the table is in the file, for the user. */
    public String place() {
        return match.shape().grid().place().position();
    }

    /** Assigns the columns again after the user assigned labels. */
    void match(KnownLabels known) {
        match = new FormFinder(ResolvedTemplate.of(template.template()), known).match(match.shape());
    }
}
