package org.guildhall.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.guildhall.platform.Acting;
import org.guildhall.platform.DownloadId;
import org.guildhall.platform.Downloads;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files made for the actor. */
@RestController
@RequestMapping("/api/downloads")
@Tag(name = "downloads")
class DownloadsController {

    private final Downloads downloads;
    private final Acting acting;

    DownloadsController(Downloads downloads, Acting acting) {
        this.downloads = downloads;
        this.acting = acting;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getDownload")
    ResponseEntity<InputStreamResource> get(@PathVariable DownloadId id) {
        var file = downloads.fetch(id, acting.current());
        var named = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(new InputStreamResource(file.content()));
    }
}
