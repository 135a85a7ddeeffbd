/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Progress;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** A Word document being read: one block of its body at a time, and one row of a table. */
final class DocxItems implements SourceItems {

    private final WordFile file;
    private final XmlReader xml;
    private final Progress progress;
    private final Sections sections;
    private final StoryReader story;
    private final Children body;
    private final Deque<SourceItem> items = new ArrayDeque<>();
    private Scope scope;
    private TableReader table;
    private int section;
    private long done;
    private boolean isFinished;

    /** @throws ProblemException if the file has no document, or its small parts are damaged */
    DocxItems(WordFile file, Progress progress) throws IOException, ProblemException {
        this.file = file;
        this.progress = progress;
        xml = file.opc().read(file.main());
        try {
            xml.root();
            if (!xml.is(Vocabulary.WORD, "document")) {
                throw notWord();
            }
            sections = new Sections(file);
            while (xml.nextChild(1)) {
                if (xml.is(Vocabulary.WORD, "body")) {
                    break;
                }
            }
            if (xml.depth() != 2) {
                throw notWord();
            }
            story = new StoryReader(file, xml, file.main(), false);
            body = new Children(xml);
            beginSection();
        } catch (IOException | ProblemException | RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    private ProblemException notWord() {
        return new ProblemException(Problem.error(
                DocxMessages.ALL, "FILE-NOT-WORD", Place.of(file.opc().file())));
    }

    private void beginSection() {
        var start = sections.start(section++);
        items.addAll(start);
        if (start.getFirst() instanceof PageStart pages) {
            var width = (int) Math.round(pages.page().textWidth() * 1440 / 25.4);
            scope = new Scope(null, TableLook.NONE, Math.max(0, width), 0, 0);
        }
    }

    @Override
    public SourceItem next() throws IOException, ProblemException {
        while (items.isEmpty()) {
            if (isFinished) {
                return null;
            }
            read();
        }
        var item = items.poll();
        if (item instanceof SourceItem.Paragraph || item instanceof SourceItem.Row) {
            progress.done(++done);
        }
        return item;
    }

    private void read() throws IOException, ProblemException {
        file.release();
        if (table != null) {
            if (!table.next(items::add)) {
                table = null;
                items.addAll(story.takeNotesOfTable());
            }
        } else if (!body.next()) {
            story.finish(scope, items::add);
            // Damage to the part is noticed only at its end.
            while (xml.nextChild(1)) {
                continue;
            }
            isFinished = true;
        } else if (xml.is(Vocabulary.WORD, "tbl")) {
            table = new TableReader(story, scope);
        } else {
            story.block(body, scope, items::add);
            if (story.endsSection()) {
                beginSection();
            }
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
        file.close();
    }
}
