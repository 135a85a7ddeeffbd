/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.validation.Issue;

/** File that is open in the client. */
final class Session {

    private final String uri;
    private final LiveFile file;
    private Lines lines;
    private List<Issue> problems = List.of();

    /** @param open see {@link LiveFile} */
    Session(String uri, String text, Supplier<Map<Path, String>> open) {
        this.uri = uri;
        lines = new Lines(text);
        file = new LiveFile(FileUris.path(uri), text, List.of(), Registry.installed(), open);
    }

    String uri() {
        return uri;
    }

    LiveFile file() {
        return file;
    }

    Lines lines() {
        return lines;
    }

    /** Returns the problems most recently published to the client. */
    List<Issue> problems() {
        return problems;
    }

    void problems(List<Issue> found) {
        problems = found;
    }

    void change(TextDocumentContentChangeEvent event) {
        var edit = event.getRange() == null
                ? new TextEdit(0, lines.text().length(), event.getText())
                : lines.edit(event.getRange(), event.getText());
        lines = new Lines(TextEdit.apply(List.of(edit), lines.text()));
        file.edited(edit);
    }
}
