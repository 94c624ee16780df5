package org.guildhall.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.guildhall.access.Needs;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportQuery;
import org.guildhall.intake.ImportUndoPreview;
import org.guildhall.intake.ImportView;
import org.guildhall.intake.Imports;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.RejectionView;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "imports")
class ImportsController {

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    /** Undo for this reason. */
    record UndoImport(@NotBlank @Size(max = 400) String reason) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "uploadImport", summary = "Upload a file and learn what it seems to contain")
    ImportView upload(@RequestPart MultipartFile file, @RequestParam(required = false) @Nullable ImportKind kind)
            throws IOException {
        var name = file.getOriginalFilename();
        return imports.upload(name == null ? "file" : name, file.getInputStream(), kind);
    }

    @GetMapping
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    Slice<ImportView> list(@ParameterObject @Valid ImportQuery query) {
        return imports.list(query);
    }

    @GetMapping("/sources")
    @Operation(operationId = "listImportSources", summary = "The business systems that imports came from")
    List<String> sources() {
        return imports.sources();
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getImport", summary = "One import with its profile, progress and report")
    ImportView get(@PathVariable ImportId id) {
        return imports.get(id);
    }

    @PutMapping("/{id}/mapping")
    @Operation(operationId = "prepareImport", summary = "Confirm or change layout, mapping and settings")
    @Needs("intake.import")
    ImportView prepare(@PathVariable ImportId id, @Valid @RequestBody PrepareImport command) {
        return imports.prepare(id, command);
    }

    @PostMapping("/{id}/dry-run")
    @Operation(operationId = "checkImport", summary = "Start the dry run; nothing of it is kept but its report")
    ImportView check(@PathVariable ImportId id) {
        return imports.check(id);
    }

    @PostMapping("/{id}/start")
    @Operation(operationId = "startImport", summary = "Start the import, or go on with one that stopped")
    ImportView start(@PathVariable ImportId id) {
        return imports.start(id);
    }

    @PostMapping("/{id}/undo-preview")
    @Operation(operationId = "previewImportUndo", summary = "What undoing would do and what depends on it")
    ImportUndoPreview undoPreview(@PathVariable ImportId id) {
        return imports.undoPreview(id);
    }

    @PostMapping("/{id}/undo")
    @Operation(operationId = "undoImport", summary = "Start the undo")
    @Needs("intake.undo")
    ImportView undo(@PathVariable ImportId id, @Valid @RequestBody UndoImport command) {
        return imports.undo(id, command.reason());
    }

    @DeleteMapping("/{id}/file")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "discardImportFile", summary = "Remove the file and the rejected rows before their time")
    void discard(@PathVariable ImportId id) {
        imports.discard(id);
    }

    @GetMapping("/{id}/errors")
    @Operation(operationId = "listImportErrors", summary = "Rejected rows of the last run with rule and remedy")
    Slice<RejectionView> errors(
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Slice.PAGE_LIMIT) int limit,
            Locale language) {
        return imports.rejections(id, language, cursor, limit);
    }

    @GetMapping(value = "/{id}/errors.csv", produces = "text/csv")
    @Operation(operationId = "downloadImportErrorsCsv", summary = "All rejected rows as CSV")
    void errorsCsv(@PathVariable ImportId id, Locale language, HttpServletResponse response) throws IOException {
        write(id, language, Sheets.Format.CSV, response);
    }

    @GetMapping(
            value = "/{id}/errors.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(operationId = "downloadImportErrorsXlsx", summary = "All rejected rows as a workbook")
    void errorsXlsx(@PathVariable ImportId id, Locale language, HttpServletResponse response) throws IOException {
        write(id, language, Sheets.Format.XLSX, response);
    }

    private void write(ImportId id, Locale language, Sheets.Format format, HttpServletResponse response)
            throws IOException {
        var plain = "rejected-rows-" + id + format.suffix();
        var body = new LazyBody(response, format, attachment(plain, imports.rejectionsName(id, language, format)));
        imports.writeRejections(id, language, format, body);
        body.flush();
    }

    /** The name in ASCII for old clients, and the real one. */
    private static String attachment(String plain, String named) {
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UriUtils.encode(named, StandardCharsets.UTF_8);
    }

    static final String DISPOSITION = HttpHeaders.CONTENT_DISPOSITION;
}
