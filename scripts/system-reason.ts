const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  ENOTDIR: '路径上有一段不是文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘只读',
  ENOSPC: '磁盘满了',
  EDQUOT: '磁盘配额用完了',
  EFBIG: '文件超过了系统允许的大小',
  EMFILE: '打开的文件太多',
  EEXIST: '已有同名的文件或文件夹',
  EBUSY: '正被占用，或是一个挂载点',
  EXDEV: '不在同一个磁盘上',
  ELOOP: '符号链接绕成了圈，或不许跟随',
  ENAMETOOLONG: '文件名太长',
  EIO: '磁盘读写出错',
};

/** What a failure of the system means, for an editor. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return reasons[code] ?? code;
}
