/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.read.ReturnReader;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.consolidation.internal.store.Storage;
import org.bieumau.consolidation.internal.store.TemporaryFolder;
import org.bieumau.consolidation.internal.unit.SenderFinder;
import org.bieumau.core.registry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * What work on returns needs on a machine. It is sent to another machine as the model of the campaign, and built there
 * once.
 *
 * @param senders finds the units in letterheads; null if the work reads no returns
 * @param reader the reader of returns; null if the work reads none
 */
record Site(
        CampaignPlan plan,
        Storage storage,
        ResultStore store,
        @Nullable SenderFinder senders,
        @Nullable ReturnReader reader)
        implements Serializable {

    static Site of(CampaignPlan plan, Storage storage, @Nullable ReturnReader reader) {
        return new Site(
                plan,
                storage,
                new ResultStore(storage),
                reader == null ? null : new SenderFinder(plan.units()),
                reader);
    }

    private Object writeReplace() throws ObjectStreamException {
        try {
            return new Sent(
                    UUID.randomUUID().toString(),
                    new CampaignCopy(plan.campaign()),
                    storage,
                    reader != null,
                    Locale.getDefault().toLanguageTag());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A site on its way.
     *
     * @param id distinguishes sites, so that each is built once only on a machine
     * @param language language of the messages
     */
    private record Sent(String id, CampaignCopy campaign, Storage storage, boolean reads, String language)
            implements Serializable {

        private static @Nullable Built built;

        private record Built(String id, Site site) {}

        private Object readResolve() {
            return site(this);
        }

        private static synchronized Site site(Sent sent) {
            if (built == null || !built.id().equals(sent.id())) {
                Locale.setDefault(Locale.forLanguageTag(sent.language()));
                try {
                    var plan = new CampaignPlan(sent.campaign().open());
                    // The folder of the cache may be on another machine.
                    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
                    TemporaryFolder.deleteOld(temporary);
                    var reader = sent.reads() ? Consolidation.reader(plan, Registry.installed(), temporary) : null;
                    built = new Built(sent.id(), Site.of(plan, sent.storage(), reader));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return built.site();
        }
    }
}
