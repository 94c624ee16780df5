package org.guildhall.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.intake.SavedMapping;
import org.guildhall.intake.SavedMapping.SaveMapping;
import org.guildhall.intake.SavedMappings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved mappings over HTTP. */
@RestController
@RequestMapping("/api/import-mappings")
@Tag(name = "imports")
class SavedMappingsController {

    private final SavedMappings mappings;

    SavedMappingsController(SavedMappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping
    @Operation(operationId = "listImportMappings", summary = "Saved mappings, by name")
    List<SavedMapping> list() {
        return mappings.list();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "saveImportMapping", summary = "Keep a mapping under a name")
    @Needs("intake.import")
    SavedMapping save(@Valid @RequestBody SaveMapping content) {
        return mappings.save(content);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "replaceImportMapping", summary = "Replace a saved mapping")
    @Needs("intake.import")
    SavedMapping replace(@PathVariable UUID id, @Valid @RequestBody SaveMapping content) {
        return mappings.replace(id, content);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteImportMapping", summary = "Forget a saved mapping")
    void delete(@PathVariable UUID id) {
        mappings.delete(id);
    }
}
