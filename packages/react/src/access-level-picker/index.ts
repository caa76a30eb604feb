export { AccessLevelPicker, type AccessLevelPickerProps } from './access-level-picker.tsx'
export type { AccessLevelPickerStrings } from './access-level-picker.strings.ts'
export {
  useAccessLevelPicker,
  type AccessLevelPickerModel,
  type AccessLevelPickerOptions,
} from './use-access-level-picker.ts'
export type { PickedLevel } from './compare-levels.ts'
