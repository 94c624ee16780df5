package org.guildhall.finance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.finance.Finance;
import org.guildhall.finance.LiabilityMembers;
import org.guildhall.finance.LiabilityReport;
import org.guildhall.finance.PointsOwner;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the company owes its members. */
@RestController
@RequestMapping("/api/finance/liability")
@Tag(name = "finance")
class FinanceController {

    private final Finance finance;

    FinanceController(Finance finance) {
        this.finance = finance;
    }

    @GetMapping
    @Operation(operationId = "getLiability", summary = "What was owed to members at the end of a day")
    LiabilityReport liability(@Parameter(description = "Today if absent") @RequestParam @Nullable LocalDate asOf) {
        return finance.liability(asOf);
    }

    @GetMapping("/members")
    @Operation(operationId = "listPointsOwners", summary = "Whose points a figure of the report counts")
    Slice<PointsOwner> owners(@ParameterObject LiabilityMembers query) {
        return finance.owners(query);
    }

    @GetMapping("/file")
    @Operation(operationId = "downloadLiability", summary = "The report as a file")
    ResponseEntity<byte[]> file(
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "CSV") Sheets.Format format,
            Locale language) {
        var named = ContentDisposition.attachment()
                .filename("liability" + (asOf == null ? "" : "-" + asOf) + format.suffix())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(finance.file(asOf, format, language));
    }
}
