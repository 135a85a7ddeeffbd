/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.completion.Completion;
import org.bieumau.dsl.ide.internal.completion.Proposal;
import org.bieumau.dsl.ide.internal.folding.Folding;
import org.bieumau.dsl.ide.internal.format.Formatting;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting;
import org.bieumau.dsl.ide.internal.minings.Minings;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ide.internal.navigation.Symbols;
import org.bieumau.dsl.ide.internal.outline.Outline;
import org.bieumau.dsl.ide.internal.outline.OutlineItem;
import org.bieumau.dsl.ide.internal.quickfix.QuickFix;
import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.xtext.resource.XtextResource;

/** Answers the requests about documents: maps the language services to the types of the protocol. */
final class Answers implements TextDocumentService {

    private static final List<String> TOKEN_TYPES = Arrays.stream(Highlighting.Kind.values())
            .map(Answers::tokenType)
            .distinct()
            .toList();

    private static final int MAX_SYMBOLS = 200;

    private final BieuLanguageServer server;

    Answers(BieuLanguageServer server) {
        this.server = server;
    }

    /** Runs a reader on the model of a document, or returns the fallback if the document is not open. */
    private <T> CompletableFuture<T> read(String uri, T fallback, Answer<T> answer) {
        return server.later(() -> {
            var session = server.session(uri);
            return session == null ? fallback : session.file().read(resource -> answer.of(resource, session.lines()));
        });
    }

    private interface Answer<T> {
        T of(XtextResource resource, Lines lines);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        server.opened(params);
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        server.changed(params);
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        server.closed(params);
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        server.saved(params);
    }

    // Completion

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return read(params.getTextDocument().getUri(), Either.forLeft(List.of()), (resource, lines) -> {
            var items = new ArrayList<CompletionItem>();
            for (var proposal : Completion.at(resource, lines.offset(params.getPosition()))) {
                items.add(item(proposal, lines, items.size()));
            }
            return Either.forLeft(items);
        });
    }

    private static CompletionItem item(Proposal proposal, Lines lines, int place) {
        var item = new CompletionItem(proposal.label());
        item.setKind(
                switch (proposal.kind()) {
                    case KEYWORD -> CompletionItemKind.Keyword;
                    case NAME -> CompletionItemKind.Reference;
                    case FUNCTION -> CompletionItemKind.Function;
                    case TEMPLATE -> CompletionItemKind.Snippet;
                });
        item.setDetail(proposal.detail().lines().findFirst().orElse(null));
        item.setSortText(String.format(Locale.ROOT, "%04d", place));
        // The typed prefix may lack diacritics: it becomes the filter text, so that the client keeps the proposal.
        item.setFilterText(lines.text().substring(proposal.offset(), proposal.offset() + proposal.length()));
        item.setInsertTextFormat(proposal.stops().isEmpty() ? InsertTextFormat.PlainText : InsertTextFormat.Snippet);
        item.setTextEdit(Either.forLeft(new TextEdit(
                lines.range(proposal.offset(), proposal.length()),
                proposal.stops().isEmpty() ? proposal.text() : snippet(proposal))));
        return item;
    }

    private static String snippet(Proposal proposal) {
        var snippet = new StringBuilder();
        var from = 0;
        var number = 1;
        for (var stop : proposal.stops()) {
            snippet.append(escaped(proposal.text().substring(from, stop.offset())));
            snippet.append("${")
                    .append(number++)
                    .append(':')
                    .append(escaped(proposal.text().substring(stop.offset(), stop.offset() + stop.length())))
                    .append('}');
            from = stop.offset() + stop.length();
        }
        return snippet.append(escaped(proposal.text().substring(from)))
                .append("$0")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }

    // Names

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return read(
                params.getTextDocument().getUri(),
                null,
                (resource, lines) -> org.bieumau.dsl.ide.internal.hover.Hover.at(
                                resource, lines.offset(params.getPosition()))
                        .map(hover -> new Hover(
                                new MarkupContent("plaintext", hover.text()),
                                lines.range(hover.offset(), hover.length())))
                        .orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return read(
                params.getTextDocument().getUri(),
                Either.forLeft(List.of()),
                (resource, lines) -> Either.forLeft(new Navigation(resource)
                                .definition(lines.offset(params.getPosition()))
                                .map(place -> new Places(server, resource).of(place))
                                .stream()
                                .toList()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return read(
                params.getTextDocument().getUri(),
                List.of(),
                (resource, lines) -> new Navigation(resource)
                        .references(lines.offset(params.getPosition())).stream()
                                .skip(params.getContext().isIncludeDeclaration() ? 0 : 1)
                                .map(new Places(server, resource)::of)
                                .toList());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return read(
                params.getTextDocument().getUri(),
                List.of(),
                (resource, lines) -> new Navigation(resource)
                        .occurrences(lines.offset(params.getPosition())).stream()
                                .map(place -> new DocumentHighlight(lines.range(place.offset(), place.length())))
                                .toList());
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return read(params.getTextDocument().getUri(), null, (resource, lines) -> {
            Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
            var places = new Places(server, resource);
            try {
                for (var place :
                        new Navigation(resource).rename(lines.offset(params.getPosition()), params.getNewName())) {
                    var location = places.of(place);
                    edits.computeIfAbsent(location.getUri(), uri -> new ArrayList<>())
                            .add(new TextEdit(location.getRange(), params.getNewName()));
                }
            } catch (IllegalArgumentException e) {
                throw new ResponseErrorException(
                        new ResponseError(ResponseErrorCode.InvalidParams, params.getNewName(), null));
            }
            return new WorkspaceEdit(edits);
        });
    }

    /** Converts locations to those of the protocol. The lines of each file are computed only once. */
    private record Places(BieuLanguageServer server, XtextResource from, Map<URI, Lines> files) {

        Places(BieuLanguageServer server, XtextResource from) {
            this(server, from, new HashMap<>());
        }

        WorkspaceEdit edit(URI file, org.bieumau.dsl.internal.edit.TextEdit edit) {
            return new WorkspaceEdit(Map.of(uri(file), List.of(lines(file).edit(edit))));
        }

        private Lines lines(URI place) {
            return files.computeIfAbsent(
                    place,
                    file -> new Lines(((XtextResource) from.getResourceSet().getResource(file, true))
                            .getParseResult()
                            .getRootNode()
                            .getText()));
        }

        private String uri(URI file) {
            return file.isFile() ? server.uri(Path.of(file.toFileString())) : file.toString();
        }

        Location of(Navigation.Location place) {
            var lines = lines(place.file());
            var uri = uri(place.file());
            return new Location(uri, lines.range(place.offset(), place.length()));
        }
    }

    // Whole documents

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return read(
                params.getTextDocument().getUri(),
                List.of(),
                (resource, lines) -> Outline.of(resource).stream()
                        .map(item -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol(item, lines)))
                        .toList());
    }

    private static DocumentSymbol symbol(OutlineItem item, Lines lines) {
        var range = lines.range(item.offset(), item.length());
        var symbol = new DocumentSymbol(item.label().isBlank() ? "…" : item.label(), kind(item.kind()), range, range);
        symbol.setChildren(
                item.children().stream().map(child -> symbol(child, lines)).toList());
        return symbol;
    }

    private static SymbolKind kind(String kind) {
        return switch (kind) {
            case "FormTemplate", "DocumentTemplate" -> SymbolKind.Class;
            case "Column", "ColumnGroup", "Parameter" -> SymbolKind.Field;
            case "Form" -> SymbolKind.Struct;
            case "Section" -> SymbolKind.Namespace;
            case "Vocabulary" -> SymbolKind.Enum;
            case "Term" -> SymbolKind.EnumMember;
            case "Rule" -> SymbolKind.Method;
            case "Agency", "Province" -> SymbolKind.Package;
            case "Citation" -> SymbolKind.Constant;
            default -> SymbolKind.Object;
        };
    }

    /**
     * Returns the symbols in all files visible to a document whose label contains the query, which may lack diacritics.
     */
    List<WorkspaceSymbol> symbols(XtextResource resource, String query) {
        var wanted = VietnameseText.fold(query);
        var places = new Places(server, resource);
        return Symbols.of(resource).stream()
                .filter(symbol -> VietnameseText.fold(symbol.label()).contains(wanted))
                .limit(MAX_SYMBOLS)
                .map(symbol -> new WorkspaceSymbol(
                        symbol.label(), kind(symbol.kind()), Either.forLeft(places.of(symbol.place()))))
                .toList();
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return server.later(() -> {
            var session = server.session(params.getTextDocument().getUri());
            return session == null
                    ? List.of()
                    : session.file()
                            .read(resource -> Minings.of(resource, session.problems()).stream()
                                    .map(mining -> new CodeLens(
                                            session.lines().range(mining.offset(), 0),
                                            new Command(mining.label(), ""),
                                            null))
                                    .toList());
        });
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return read(
                params.getTextDocument().getUri(),
                List.of(),
                (resource, lines) -> Folding.of(resource).stream()
                        .map(region -> {
                            var range = new FoldingRange(region.firstLine() - 1, region.lastLine() - 1);
                            range.setKind(region.comment() ? FoldingRangeKind.Comment : FoldingRangeKind.Region);
                            return range;
                        })
                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return read(
                params.getTextDocument().getUri(),
                List.of(),
                (resource, lines) ->
                        Formatting.of(resource).stream().map(lines::edit).toList());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return server.later(() -> {
            var session = server.session(params.getTextDocument().getUri());
            if (session == null) {
                return List.of();
            }
            var lines = session.lines();
            var from = lines.offset(params.getRange().getStart());
            var to = lines.offset(params.getRange().getEnd());
            var actions = new ArrayList<Either<Command, CodeAction>>();
            for (var issue : session.problems()) {
                if (issue.getOffset() != null
                        && issue.getOffset() <= to
                        && issue.getOffset() + issue.getLength() >= from) {
                    session.file()
                            .read(resource -> QuickFixes.of(resource, issue))
                            .forEach(fix -> {
                                var action = new CodeAction(fix.label());
                                action.setKind(CodeActionKind.QuickFix);
                                action.setDiagnostics(List.of(BieuLanguageServer.diagnostic(issue, lines)));
                                action.setEdit(session.file().read(resource -> edit(fix, resource, session, lines)));
                                actions.add(Either.forRight(action));
                            });
                }
            }
            return actions;
        });
    }

    /** Returns the edit of a quick fix, in the file with the problem or in another one. */
    private WorkspaceEdit edit(QuickFix fix, XtextResource resource, Session session, Lines lines) {
        return fix.file() == null
                ? new WorkspaceEdit(Map.of(session.uri(), List.of(lines.edit(fix.edit()))))
                : new Places(server, resource).edit(fix.file(), fix.edit());
    }

    // Semantic tokens

    static String tokenType(Highlighting.Kind kind) {
        return switch (kind) {
            case DEFINITION -> "class";
            case REFERENCE, NAME -> "variable";
            case MARKER, MARK -> "operator";
            case PROSE, BOLD, ITALIC, BOLD_ITALIC -> "string";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return read(params.getTextDocument().getUri(), new SemanticTokens(List.of()), (resource, lines) -> {
            var data = new ArrayList<Integer>();
            var before = new Position(0, 0);
            for (var word : Highlighting.of(resource)) {
                // The protocol does not allow tokens to span lines.
                for (var part : parts(word.offset(), word.offset() + word.length(), lines.text())) {
                    var position = lines.position(part[0]);
                    data.addAll(List.of(
                            position.getLine() - before.getLine(),
                            position.getLine() == before.getLine()
                                    ? position.getCharacter() - before.getCharacter()
                                    : position.getCharacter(),
                            part[1] - part[0],
                            TOKEN_TYPES.indexOf(tokenType(word.kind())),
                            0));
                    before = position;
                }
            }
            return new SemanticTokens(data);
        });
    }

    private static List<int[]> parts(int from, int to, String text) {
        var parts = new ArrayList<int[]>();
        var start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '\n') {
                if (i > start) {
                    parts.add(new int[] {start, i});
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
