package app.vstrivia.api.media.fetch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClientResponse;

/** Writes an answer to a file as it comes, no faster than the disk is, and so many bytes and no more. */
final class Download {
    private final HttpClientResponse response;
    private final AsyncFile file;
    private final Promise<Void> done = Promise.promise();
    private long left;

    private Download(HttpClientResponse response, AsyncFile file, long most) {
        this.response = response;
        this.file = file;
        this.left = most;
    }

    /** @param response paused; what is left of it when this fails is the caller's affair */
    static Future<Void> of(HttpClientResponse response, AsyncFile file, long most) {
        Download download = new Download(response, file, most);
        response.exceptionHandler(download.done::tryFail);
        response.handler(download::write);
        response.endHandler(end -> download.done.tryComplete());
        response.resume();
        return download.done.future().eventually(() -> file.close());
    }

    private void write(Buffer chunk) {
        if (done.future().isComplete()) {
            return;
        }
        left -= chunk.length();
        if (left < 0) {
            done.tryFail(FetchRefused.tooLarge());
            return;
        }
        file.write(chunk).onFailure(done::tryFail);
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
        }
    }
}
