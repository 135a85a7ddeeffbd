/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.environment.DataAccess.Login;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.bieumau.rcp.internal.export.StudioData;
import org.bieumau.rcp.internal.export.StudioData.Answer;
import org.bieumau.rcp.internal.preferences.AllowedData;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The questions about data sources outside the folder of a form, and the answers that are remembered. */
class DataConsentTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @TempDir
    private Path folder;

    private final List<DataOrigin> asked = new ArrayList<>();

    @AfterEach
    void forgetAnswers() {
        AllowedData.all().keySet().forEach(AllowedData::revoke);
    }

    private final class Answers implements StudioData.Questions {

        private final Answer answer;

        Answers(Answer answer) {
            this.answer = answer;
        }

        @Override
        public Answer permit(DataOrigin origin) {
            asked.add(origin);
            return answer;
        }

        @Override
        public Optional<Login> login(String connection) {
            return Optional.empty();
        }
    }

    private Path form(String location) throws Exception {
        Files.writeString(folder.resolve("d.csv"), "Tên\nAn\n");
        return Files.writeString(
                Files.createDirectories(folder.resolve("biểu")).resolve("a.bieu"), """
                mẫu biểu M "M" { cột tên "Tên": chữ }
                biểu B lập theo mẫu M { dữ liệu từ "%s" }
                """.formatted(location));
    }

    private boolean exports(Path file, Answer answer) {
        var monitor = new NullProgressMonitor();
        var exporters = List.of(
                Registry.installed().exporter("html").orElseThrow(),
                Registry.installed().exporter("docx").orElseThrow());
        return ExportFiles.run(
                                List.of(file),
                                exporters,
                                folder.resolve("ra"),
                                ExportRun.Options.DEFAULT,
                                target -> true,
                                new StudioData(new Answers(answer), monitor),
                                monitor)
                        .written()
                        .size()
                == exporters.size();
    }

    @Test
    void sourceOutsideTheFolderIsAskedForOnceInAnExport() throws Exception {
        assertFalse(exports(form("../d.csv"), Answer.NO));
        assertEquals(1, asked.size());
        assertTrue(exports(form("../d.csv"), Answer.ONCE));
        assertEquals(2, asked.size());
        assertFalse(exports(form("../d.csv"), Answer.NO), "the answer was for one export");
    }

    @Test
    void answerForGoodIsRememberedUntilItIsRevoked() throws Exception {
        assertTrue(exports(form("../d.csv"), Answer.ALWAYS));
        assertTrue(exports(form("../d.csv"), Answer.NO));
        assertEquals(1, asked.size());
        assertFalse(exports(form("../biểu/../../" + folder.getFileName() + "/khác.csv"), Answer.NO), "another source");
        assertEquals(1, AllowedData.all().size());
        AllowedData.all().keySet().forEach(AllowedData::revoke);
        assertFalse(exports(form("../d.csv"), Answer.NO));
    }

    @Test
    void sourceInTheFolderIsNotAskedFor() throws Exception {
        var form = form("d.csv");
        Files.copy(folder.resolve("d.csv"), form.resolveSibling("d.csv"));
        assertTrue(exports(form, Answer.NO));
        assertEquals(List.of(), asked);
    }
}
