/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.define;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bieumau.dsl.ide.internal.document.Definition;
import org.bieumau.dsl.ide.internal.document.Definition.Kind;
import org.bieumau.dsl.ide.internal.document.Definition.Known;
import org.bieumau.dsl.ide.internal.prose.ProsePlace;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.QuickList;
import org.bieumau.editor.internal.EditorAccess;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Control;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Lets the user pick an agency, a signer or a citation from those that are known, or define a new one. The agency of
 * the user is remembered and offered first.
 */
public final class Picker {

    private static final String MINE = "agency.";

    private final EditorAccess editor;
    private final Control owner;

    /** @param owner a control of the page that picks */
    public Picker(EditorAccess editor, Control owner) {
        this.editor = editor;
        this.owner = owner;
    }

    // Agencies

    /**
     * Offers the agencies of the file, of the packs and of the libraries around the file.
     *
     * @param isMine whether the picked agency is remembered as that of the user
     * @param picked called on the UI thread as soon as the file knows the agency
     */
    public void agency(boolean isMine, Consumer<Known> picked) {
        read(Definition::agencies, known -> agency(known, isMine, picked));
    }

    private void agency(List<Known> known, boolean isMine, Consumer<Known> picked) {
        var mine = mine();
        var items = new ArrayList<QuickList.Item>();
        for (var each : known) {
            var isOwn = each.title().equals(mine.get("title"));
            var label = isOwn ? EditorMessages.ALL.text("define.mine", each.label()) : each.label();
            items.add(isOwn ? 0 : items.size(), new QuickList.Item(label, null, () -> pick(each, isMine, picked)));
        }
        if (!mine.isEmpty() && known.stream().noneMatch(each -> each.title().equals(mine.get("title")))) {
            var label = EditorMessages.ALL.text("define.mine", mine.get("title"));
            items.addFirst(new QuickList.Item(label, null, () -> write(Kind.AGENCY, mine, isMine, picked)));
        }
        open("define.agencies", items, Kind.AGENCY, values -> write(Kind.AGENCY, values, isMine, picked));
    }

    private void pick(Known known, boolean isMine, Consumer<Known> picked) {
        if (isMine) {
            remember(known.values());
        }
        if (known.library() == null) {
            picked.accept(known);
        } else {
            editor.changes().make(resource -> Definition.use(resource, known.library()), () -> picked.accept(known));
        }
    }

    private void write(Kind kind, Map<String, String> values, boolean isMine, Consumer<Known> picked) {
        if (isMine) {
            remember(values);
        }
        define(kind, values, made -> picked.accept(new Known(made.label(), null, true, made.values())));
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.bieumau.editor");
    }

    private static Map<String, String> mine() {
        var values = new LinkedHashMap<String, String>();
        for (var id : Kind.AGENCY.fields()) {
            var value = preferences().get(MINE + id, "");
            if (!value.isEmpty()) {
                values.put(id, value);
            }
        }
        return values;
    }

    private static void remember(Map<String, String> values) {
        Kind.AGENCY
                .fields()
                .forEach(id ->
                        preferences().put(MINE + id, values.getOrDefault(id, "").strip()));
    }

    // Signers and citations

    /**
     * Offers signers.
     *
     * @param labels the labels of the signers
     * @param picked called with the label of a known signer
     * @param typed called with the values of a new one
     */
    public void signer(List<String> labels, Consumer<String> picked, Consumer<Map<String, String>> typed) {
        var items = labels.stream()
                .map(label -> new QuickList.Item(label, null, () -> picked.accept(label)))
                .toList();
        open("define.signers", items, Kind.SIGNER, typed);
    }

    /**
     * Offers citations.
     *
     * @param picked called with the code of a citation that the file has, or that is being written to it
     */
    public void citation(List<ProsePlace.Choice> known, Consumer<String> picked) {
        var items = known.stream()
                .map(each ->
                        new QuickList.Item(each.shown() + "   " + each.code(), null, () -> picked.accept(each.code())))
                .toList();
        open(
                "define.citations",
                items,
                Kind.CITATION,
                values -> define(Kind.CITATION, values, made -> picked.accept(made.label())));
    }

    /** Offers the citations of the file. */
    public void citation(Consumer<String> picked) {
        read(Definition::citations, known -> citation(known, picked));
    }

    // Definitions

    private void open(String title, List<QuickList.Item> items, Kind kind, Consumer<Map<String, String>> typed) {
        var create = new QuickList.Item(EditorMessages.ALL.text("define." + kind + ".new"), null, () -> {
            var dialog = new DefinitionDialog(owner.getShell(), kind, values -> check(kind, values));
            if (dialog.open() == Window.OK) {
                typed.accept(dialog.values());
            }
        });
        new QuickList(owner.getShell(), EditorMessages.ALL.text(title), items)
                .with(create)
                .open();
    }

    /** Returns why a definition cannot be written. */
    private Optional<String> check(Kind kind, Map<String, String> values) {
        return kind == Kind.SIGNER
                ? Optional.empty()
                : editor.open().read(resource -> {
                    try {
                        edits(resource, kind, values);
                        return Optional.empty();
                    } catch (RefusedException e) {
                        return Optional.of(e.getMessage());
                    }
                });
    }

    private static List<TextEdit> edits(XtextResource resource, Kind kind, Map<String, String> values)
            throws RefusedException {
        return Definition.of(kind, values, Definition.names(resource)).write(resource);
    }

    /** Writes a definition to the file. */
    private void define(Kind kind, Map<String, String> values, Consumer<Definition> done) {
        var made = new Definition[1];
        editor.changes()
                .make(
                        resource -> {
                            made[0] = Definition.of(kind, values, Definition.names(resource));
                            return made[0].write(resource);
                        },
                        () -> {
                            if (made[0] != null) {
                                done.accept(made[0]);
                            }
                        });
    }

    /** Reads the model in the background, and goes on with the result on the UI thread. */
    private <T> void read(Function<XtextResource, T> reader, Consumer<T> next) {
        ICoreRunnable run = monitor -> {
            var result = editor.open().read(reader::apply);
            owner.getDisplay().asyncExec(() -> {
                if (!owner.isDisposed()) {
                    next.accept(result);
                }
            });
        };
        Job.createSystem(EditorMessages.ALL.text("job.page"), run).schedule();
    }
}
