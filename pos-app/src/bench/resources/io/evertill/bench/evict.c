// Tells the kernel to forget the cached pages of the files named: how a start is made cold.
#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

int main(int count, char **paths) {
    for (int at = 1; at < count; at++) {
        int fd = open(paths[at], O_RDONLY);
        if (fd >= 0) {
            fdatasync(fd);
            posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
            close(fd);
        }
    }
    return 0;
}
