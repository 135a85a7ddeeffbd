/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;
import org.bieumau.reading.internal.shape.ShapeFinder;

/** Makes forms of tables: by a template of the libraries, or else by one that is drawn from the table. */
final class FormBuilder {

    private final Draft draft;
    private final KnownForms known;
    private final String file;
    private int count;

    FormBuilder(Draft draft, KnownForms known, String file) {
        this.draft = draft;
        this.known = known;
        this.file = file;
    }

    /**
     * Returns the form that texts and tables of the file show, and adds it to the elements of the draft; empty if they
     * show none.
     *
     * @param title title of the form if it is drawn
     */
    Optional<Form> build(SourceContent content, String title) {
        try {
            var finder = new FormImport();
            known.libraries().keySet().forEach(template -> finder.with(template, new KnownLabels()));
            var matches = finder.matches(content);
            if (!matches.isEmpty() && matches.getFirst().score() >= FormMatch.PROBABLE) {
                return Optional.of(add(read(content, matches)));
            }
            var drawn = draw(content, title);
            if (drawn.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    add(new FormImport().with(drawn.get(), new KnownLabels()).read(content, file), drawn.get()));
        } catch (ProblemException e) {
            draft.problems().add(e.problem());
            return Optional.empty();
        }
    }

    /** Reads a form by the template that fits best. Nobody can choose among those that fit alike, so it warns. */
    private FormReading read(SourceContent content, List<FormMatch> matches) throws ProblemException {
        var alike = FormImport.alike(matches);
        var best = alike.getFirst();
        if (alike.size() > 1) {
            var others = alike.stream().skip(1).map(FormTemplate::getName).collect(Collectors.joining(", "));
            draft.warn("READ-FORM-ALIKE", matches.getFirst().shape().grid().place(), best.getName(), others);
        }
        return new FormImport().with(best, new KnownLabels()).read(content, file);
    }

    private Optional<FormTemplate> draw(SourceContent content, String title) throws ProblemException {
        if (known.parser() == null) {
            return Optional.empty();
        }
        for (var grid : content.grids()) {
            // The rows of other tables below are reported when the drawn form is read.
            var shapes = ShapeFinder.all(grid);
            if (!shapes.isEmpty()) {
                var name = draft.name("MẫuBiểu" + grid.name());
                var text = TemplateDrawing.of(shapes.getFirst(), name, title.isEmpty() ? name : title);
                draft.tell("READ-FORM-DRAWN", grid.place(), name);
                return Optional.of(known.parser().parse(text, name));
            }
        }
        return Optional.empty();
    }

    private Form add(FormReading reading, FormTemplate drawn) {
        draft.elements().add(drawn);
        return add(reading);
    }

    private Form add(FormReading reading) {
        var form = reading.form();
        form.setName(draft.name("Biểu" + ++count));
        BlankForm.mark(form);
        Optional.ofNullable(known.libraries().get(form.getTemplate())).ifPresent(draft.uses()::add);
        draft.problems().addAll(reading.problems());
        draft.elements().add(form);
        return form;
    }

    /** Returns the content of a single table. */
    static SourceContent of(Grid grid) {
        return new SourceContent(List.of(new SourceContent.TablePart(grid)), List.of(), true);
    }
}
