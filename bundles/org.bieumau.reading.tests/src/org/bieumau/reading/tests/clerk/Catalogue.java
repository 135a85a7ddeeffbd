/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.stream.Stream;

/** All mutations. */
final class Catalogue {

    static final List<Mutation> MUTATIONS = Stream.<Mutation[]>of(
                    HeaderMutation.values(),
                    ColumnMutation.values(),
                    RowMutation.values(),
                    SectionMutation.values(),
                    TotalMutation.values(),
                    ValueMutation.values(),
                    EncodingMutation.values(),
                    SurroundingMutation.values(),
                    WordMutation.values(),
                    WorkbookMutation.values())
            .flatMap(Stream::of)
            .toList();

    private Catalogue() {}

    /** Returns the name of a mutation with its family, for a report. */
    static String name(Mutation mutation) {
        return ((Enum<?>) mutation).getDeclaringClass().getSimpleName().replace("Mutation", "") + "." + mutation.name();
    }
}
