package app.vstrivia.api.media;

import app.vstrivia.api.platform.storage.PrivateFiles;
import jakarta.inject.Singleton;

/** Reviews of videos. */
@Singleton
class VideoReviews extends MediumReviews {
    VideoReviews(MediaStore media, MediumFileStore files, PrivateFiles bucket, MediumNews news, MediumHolders holders) {
        super(MediumKind.VIDEO, media, files, bucket, news, holders);
    }
}
